import { Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { askOften } from "@/lib/platform/statement"

const hour = 3_600_000
const knownForMs = 5000
let known: { at: number; isRush: Promise<boolean> } | undefined

/** Whether more requests arrived within the last hour than people send: from then on each has to be worked for. Looked at every few seconds. */
export function isRush(now: Date): Promise<boolean> {
  const at = now.getTime()
  if (!known || at - known.at > knownForMs || at < known.at) known = { at, isRush: look(now).catch(forget) }
  return known.isRush
}

function forget(error: unknown): never {
  known = undefined
  throw error
}

async function look(now: Date): Promise<boolean> {
  const most = env().FORM_PROOF_ABOVE_PER_HOUR
  const [found] = await askOften<{ n: number }>(Prisma.sql`
    select count(*)::int as n from (select from commerce.prospect where submitted_at > ${new Date(now.getTime() - hour)} limit ${most}) as lately`)
  return (found?.n ?? 0) >= most
}
