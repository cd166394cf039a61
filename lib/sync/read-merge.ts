import { memberNames, refusalToRemove } from "@/lib/commerce/hierarchies/rules"
import { Prisma, type Tx } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import type { LeadState } from "@/lib/sales/leads/rules"
import { runningMaps } from "./maps"
import type { MergeKind } from "./merge-fields"
import type { JudgedCustomer, MergeSide, Seat } from "./merge-rules"

/** A lead, an account or a contact as its table has it, with the words that people know it by. */
export type MergeRow = Record<string, unknown> & {
  id: string
  version: number
  label: string
  ownerId: string | null
  ownerName: string | null
  state: LeadState | null
  prospectId: string | null
  customerId: string | null
  currency?: string
}

const readers = {
  lead: async (tx: Tx, id: string) => {
    const row = await tx.lead.findUnique({ where: { id } })
    return row && { ...row, label: row.companyName, customerId: null }
  },
  account: async (tx: Tx, id: string) => {
    const row = await tx.account.findUnique({ where: { id } })
    return row && { ...row, label: row.name, state: null, prospectId: null }
  },
  contact: async (tx: Tx, id: string) => {
    const row = await tx.contact.findUnique({ where: { id }, include: { account: { select: { name: true } } } })
    if (!row) return null
    const { account, ...contact } = row
    return { ...contact, label: fullName(row), accountName: account?.name ?? null, state: null, prospectId: null }
  },
} satisfies Record<MergeKind, (tx: Tx, id: string) => Promise<MergeRow | null>>

/** A record that may be merged; null where there is none. */
export const readMergeRow = (tx: Tx, kind: MergeKind, id: string): Promise<MergeRow | null> => readers[kind](tx, id)

const member = {
  id: true,
  role: true,
  status: true,
  firstName: true,
  lastName: true,
  customer: { select: { firstName: true, lastName: true } },
} as const

async function readCustomer(tx: Tx, id: string | null): Promise<JudgedCustomer | null> {
  const customer = id
    ? await tx.customer.findUnique({
        where: { id },
        select: {
          number: true,
          status: true,
          email: true,
          hierarchies: { select: { number: true } },
          outlet: { select: { hierarchy: { select: { number: true } } } },
          memberships: {
            where: { removedAt: null },
            select: {
              id: true,
              status: true,
              hierarchy: { select: { id: true, number: true, members: { where: { removedAt: null }, select: member } } },
            },
          },
        },
      })
    : null
  if (!customer) return null
  const seats = customer.memberships.map(({ id: seatId, status, hierarchy }): Seat => {
    const everyone = hierarchy.members.map((one) => ({ ...one, name: fullName(memberNames(one)) }))
    const here = everyone.find((one) => one.id === seatId)
    const removal = here ? refusalToRemove(here, everyone) : null
    return { id: seatId, hierarchyId: hierarchy.id, hierarchyNumber: hierarchy.number, isPending: status === "pending", removal }
  })
  const { number, status, email } = customer
  return { number, status, email, hierarchyNumber: customer.hierarchies[0]?.number ?? customer.outlet?.hierarchy.number ?? null, seats }
}

/** The decision about a record, or about what belongs to it, that can still be undone; the one that can be the longest. */
export async function readUndoable(tx: Tx, ids: { id: string; customerId: string | null }, now: Date) {
  const { id, customerId } = ids
  const [found] = await tx.$queryRaw<{ by: string; until: Date }[]>`
    select d.actor_name as by, d.undoable_until as until from platform.decision d
    where d.undone_at is null and d.undoable_until > ${now} and (d.lead_id = ${id}::uuid or exists (
      select 1 from jsonb_array_elements(d.touched) row, lateral (select (row->>'id')::uuid as id) t
      where t.id in (${id}::uuid, ${customerId}::uuid)
        or exists (select 1 from sales.opportunity o where o.id = t.id and (o.account_id = ${id}::uuid or o.contact_id = ${id}::uuid))
        or exists (select 1 from commerce.prospect p where p.id = t.id and (p.organization_id = ${customerId}::uuid or p.requestor_id = ${customerId}::uuid))))
    order by d.undoable_until desc limit 1`
  return found ?? null
}

async function readRequest(tx: Tx, id: string): Promise<MergeSide["request"]> {
  const select = { id: true, number: true, status: true, firstName: true, lastName: true, email: true } as const
  const request = await tx.prospect.findUnique({ where: { id }, select })
  return request && { id, number: request.number, status: request.status, name: fullName(request), email: request.email }
}

/** One of the two records of a merge as the rules see it. */
export async function readSide(tx: Tx, row: MergeRow, now: Date): Promise<MergeSide> {
  const { id, label, ownerId, ownerName, state, prospectId, customerId } = row
  const [request, customer, undoable] = [
    prospectId ? await readRequest(tx, prospectId) : null,
    await readCustomer(tx, customerId),
    await readUndoable(tx, { id, customerId }, now),
  ]
  return { id, label, ownerId, ownerName, state, request, customer, undoable }
}

/** Everything that the rules ask about two records. */
export async function readJudged(tx: Tx, kind: MergeKind, primary: MergeRow, loser: MergeRow, now: Date) {
  return { kind, primary: await readSide(tx, primary, now), loser: await readSide(tx, loser, now), maps: await runningMaps(tx) }
}

/** Locks two rows until commit, the smaller id first, so that two who merge them the other way round wait for each other. */
export async function lockBoth(tx: Tx, table: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`select 1 from ${Prisma.raw(table)} where id = any(${[...ids]}::uuid[]) order by id for update`
}
