import type { Tx } from "@/lib/platform/db"

/** Has the worker look again at the timers of some leads. */
export async function lookAgain(tx: Tx, leadIds: readonly string[]): Promise<void> {
  if (leadIds.length > 0) await tx.timerTodo.createMany({ data: leadIds.map((leadId) => ({ leadId })) })
}
