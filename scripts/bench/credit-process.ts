import { authorize } from "@/lib/commerce/credit/ask-ledger"
import { newId } from "@/lib/platform/ids"
import { type Party, shop } from "./credit-parties"
import { type Run, runOf } from "./spread"

export type Authorizations = { parties: readonly Party[]; atOnce: number; seconds: number }

const weekMs = 604_800_000

/** Authorizes credit by the command, so many at once, for so long; every answer must be yes. */
async function authorizeFor({ parties, atOnce, seconds }: Authorizations): Promise<Run> {
  const timesMs: number[] = []
  const startedAt = performance.now()
  const work = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      const party = parties[Math.floor(Math.random() * parties.length)]
      if (!party) throw new Error("there is no partner")
      const [now, begunAt] = [new Date(), performance.now()]
      const asking = { keyId: shop.id, keyName: shop.name, idempotencyKey: newId(), fingerprint: "print", now }
      const wanted = { ...party, amount: 1, currency: "EUR", reference: "Order", expiresAt: new Date(now.getTime() + weekMs) }
      const { code } = await authorize(asking, wanted)
      if (code !== "authorized") throw new Error(`an authorization was answered ${code}`)
      timesMs.push(performance.now() - begunAt)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return runOf(timesMs, performance.now() - startedAt)
}

process.on("message", async (asked: Authorizations) => process.send?.(await authorizeFor(asked)))
process.on("disconnect", () => process.exit(0))
