import type { Ctx } from "@/lib/platform/context"
import type { Touched, TouchedTable } from "./decision"

/** These decisions cannot be taken back in one go: one of them was touched since, or asks for more than putting rows back. Nothing is lost by trying. */
export class OneByOne extends Error {}

const names = ["name", "firstName", "lastName", "email"]
const hasName = ({ before }: Touched) => before !== null && names.some((name) => name in before)
const carriesNames = ({ table }: Touched) => table === "account" || table === "contact" || table === "customer"

/** What is unmade goes after what refers to it. */
const unmadeInOrder = ["opportunity", "contact", "account", "customer"] as const satisfies readonly TouchedTable[]
/** What a qualification and a refusal touch; seats and sessions are for the longer way. */
const plain = new Set<TouchedTable>(["lead", "prospect", ...unmadeInOrder])

type Many = {
  updateMany: (args: { where: object; data: Record<string, unknown> }) => PromiseLike<{ count: number }>
  deleteMany: (args: { where: object }) => PromiseLike<{ count: number }>
}

/**
 * Puts back what many decisions touched, all of it in a handful of statements. Throws `OneByOne` where one row was touched twice, was changed
 * since, carries a name that others show, or where somebody wrote about what would be unmade.
 */
export async function putBackTogether({ tx }: Ctx, touched: readonly Touched[]): Promise<void> {
  if (new Set(touched.map(({ id }) => id)).size < touched.length) throw new OneByOne()
  if (!touched.every(({ table }) => plain.has(table)) || touched.some((row) => carriesNames(row) && hasName(row))) throw new OneByOne()
  const unmade = touched.filter(({ before }) => before === null).map(({ id }) => id)
  const about = { OR: [{ opportunityId: { in: unmade } }, { accountId: { in: unmade } }, { contactId: { in: unmade } }] }
  const written = (await tx.activity.count({ where: about })) + (await tx.stakeholder.count({ where: about }))
  if (written > 0) throw new OneByOne()

  const stood = (rows: readonly Touched[]) => ({ OR: rows.map(({ id, version }) => ({ id, version })) })
  const insistOnAll = (count: number, rows: readonly Touched[]) => {
    if (count !== rows.length) throw new OneByOne()
  }
  for (const rows of alike(touched.filter(({ before }) => before !== null))) {
    const [{ table, before } = { table: "lead" as const, before: null }] = rows
    const model = tx[table] as unknown as Many
    insistOnAll((await model.updateMany({ where: stood(rows), data: { ...before, version: { increment: 1 } } })).count, rows)
  }
  for (const table of unmadeInOrder) {
    const rows = touched.filter((row) => row.table === table && row.before === null)
    if (rows.length > 0) insistOnAll((await (tx[table] as unknown as Many).deleteMany({ where: stood(rows) })).count, rows)
  }
}

/** Rows of one table of which the same stood before, together: what a run did to many is mostly alike. */
function alike(rows: readonly Touched[]): Touched[][] {
  const groups = new Map<string, Touched[]>()
  for (const row of rows) {
    const key = `${row.table} ${JSON.stringify(row.before)}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}
