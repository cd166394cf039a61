import { namePeople } from "@/lib/commerce/customers/change-customers"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { statement } from "@/lib/platform/statement"
import { refreshContactsOf, refreshOpportunitiesOf } from "@/lib/sales/search-texts"
import type { Touched } from "./decision"

type Restorable = {
  updateMany: (args: { where: { id: string; version: number }; data: Record<string, unknown> }) => Promise<{ count: number }>
  deleteMany: (args: { where: { id: string; version: number } }) => Promise<{ count: number }>
}

const lockFirst = statement<{ id: string }>(`
  with lead as (select id from sales.lead where id = any($1::uuid[]) order by id for update),
    account as (select id from sales.account where id = any($2::uuid[]) order by id for update),
    contact as (select id from sales.contact where id = any($3::uuid[]) order by id for update),
    opportunity as (select id from sales.opportunity where id = any($4::uuid[]) order by id for update)
  select id from lead union all select id from account union all select id from contact union all select id from opportunity`)

/**
 * Locks what some decisions touched in Sales until commit, before anything of it is put back, in the order in which decisions take it: leads first. Whoever is
 * writing about a record that will be unmade comes to an end first, so that a note goes back to the lead and not away with the record.
 */
export async function lockTouched({ tx }: Ctx, touched: readonly Touched[]): Promise<void> {
  const idsIn = (of: Touched["table"]) => [...new Set(touched.flatMap(({ table, id }) => (table === of ? id : [])))]
  await lockFirst(tx, [idsIn("lead"), idsIn("account"), idsIn("contact"), idsIn("opportunity")])
}

/** Goes through the rows backwards. A row that somebody changed since the decision stops it all: the version says so. */
export async function putBack({ tx }: Ctx, touched: Touched[]): Promise<void> {
  await insistOnNobodyElse(tx, touched)
  const versions = new Map<string, number>()
  for (const { table, id, label, version, before } of [...touched].reverse()) {
    const model = tx[table] as unknown as Restorable
    const where = { id, version: versions.get(id) ?? version }
    const written = before ? model.updateMany({ where, data: { ...before, version: { increment: 1 } } }) : model.deleteMany({ where })
    const { count } = await written.catch((error: unknown) => {
      throw collision(error, label) ?? error
    })
    if (count === 0) throw standing(label, "changed")
    versions.set(id, where.version + 1)
  }
}

/** What a decision did for a hierarchy stays while another approved request counts on it: that it runs, and that it is in its channel. */
async function insistOnNobodyElse(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const own = touched.flatMap(({ table, id }) => (table === "prospect" ? [id] : []))
  for (const { table, id, label, before } of touched) {
    if (table !== "hierarchy" || before === null) continue
    await tx.$executeRaw`select 1 from commerce.hierarchy where id = ${id}::uuid for no key update`
    const channel = "suspendedAt" in before ? {} : { channel: { notIn: before.channels as string[] } }
    const others = await tx.prospect.count({ where: { hierarchyId: id, status: "approved", id: { notIn: own }, ...channel } })
    if (others > 0) throw standing(label, "used")
  }
}

const refuse = (why: string) => new AppError("conflict", `${why} since, so the decision cannot be undone. Reopen or reactivate instead.`)
const standing = (label: string, deed: "used" | "changed") => refuse(`${label} was ${deed}`)

/** Why the database refused to put a row back or to unmake it: somebody refers to it, such as another lead that was qualified with this account, or has its email address. */
export function collision(error: unknown, label: string): AppError | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const { code, message } = error
  if (code === "P2003" || /\b(23503|23514)\b/.test(message)) return standing(label, "used")
  return code === "P2002" || /\b23505\b/.test(message) ? refuse(`Something new has taken the place of ${label}`) : null
}

/** What carries the name of an account, a contact or a customer follows it back. */
export async function followNames(ctx: Ctx, touched: Touched[]): Promise<void> {
  const renamed = (table: Touched["table"]) =>
    touched.flatMap((row) =>
      row.table === table && row.before && ["name", "firstName", "lastName", "email"].some((key) => key in (row.before ?? {}))
        ? [row.id]
        : [],
    )
  for (const accountId of renamed("account")) {
    await refreshContactsOf(ctx.tx, accountId)
    await refreshOpportunitiesOf(ctx.tx, { accountId })
  }
  for (const contactId of renamed("contact")) await refreshOpportunitiesOf(ctx.tx, { contactId })
  await namePeople(ctx, renamed("customer"))
}
