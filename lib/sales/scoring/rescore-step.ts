import type { Tx } from "@/lib/platform/db"
import { bookOfVersion } from "../rule-sets/published-books"
import type { RuleRunStep } from "../rule-sets/rule-run"
import { scoreLeads } from "./score-leads"

const atOnce = 500
/** So many changed rows are told to open pages one by one; a page of more asks again when its reader does. */
const mostTold = 80

/** The open leads after one, in the order of their ids. */
export async function nextOpenLeads(tx: Tx, after: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from sales.lead where state = 'open' and id > ${after}::uuid order by id limit ${atOnce}`
  return rows.map(({ id }) => id)
}

/** Scores the next five hundred open leads, in the order of their ids. */
export const rescoreStep: RuleRunStep = async ({ tx, ledger, now }, run) => {
  const book = await bookOfVersion(tx, "scoring", run.version ?? 0)
  if (!book) throw new Error(`There is no version ${run.version} of the scoring rules.`)
  const after = run.through ?? "00000000-0000-0000-0000-000000000000"
  const ids = await nextOpenLeads(tx, after)
  const changed = await scoreLeads(tx, book, ids, now)
  const isLast = ids.length < atOnce
  if (changed.length <= mostTold || isLast) for (const id of changed) ledger.touch("lead", id)
  return { through: ids.at(-1) ?? run.through, done: ids.length, isLast }
}
