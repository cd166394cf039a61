import type { Tx } from "@/lib/platform/db"

/** Keeps the letters of a decision from leaving that still wait, or that are held for a hand: what they tell of is taken back. */
export async function cancelHeldBack(tx: Tx, decisionId: string): Promise<void> {
  await tx.mail.updateMany({ where: { decisionId, state: { in: ["waiting", "held"] } }, data: { state: "canceled" } })
}
