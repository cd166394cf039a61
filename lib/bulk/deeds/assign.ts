import { z } from "zod"
import { assignProspects, ownerOfProspects } from "@/lib/commerce/prospects/assign-prospects"
import { refusalToAssign as refusalToAssignProspect } from "@/lib/commerce/prospects/rules"
import { may } from "@/lib/identity/permissions"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { AppError, type Refusal } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import { attempt } from "@/lib/platform/savepoint"
import { type AssignableNoun, type Assignment, assignMany } from "@/lib/sales/editing/assign-many"
import { refusalToAssign as refusalToAssignLead } from "@/lib/sales/leads/rules"
import { refusalToAssign as refusalToAssignOpportunity } from "@/lib/sales/opportunities/rules"
import { refusalToAssignAccount, refusalToAssignContact } from "@/lib/sales/party-rules"
import type { Owned, Worker } from "@/lib/sales/worker"
import type { Deed, DoneItem } from "../run-job"
import { idsOf, lockRecords, sortOut, undoneOrKept } from "../sort-out"

const Typed = z.object({ ownerId: z.uuid("Choose an owner") })
const Input = z.object({ ownerId: z.uuid(), ownerName: z.string() })
const Before = z.object({ ownerId: z.uuid().nullable(), ownerName: z.string().nullable() })

type Row = Owned & { id: string; version: number; label: string }
type Owner = { id: string; name: string }
type Assignable<Kind extends Row = Row> = {
  table: Prisma.Sql
  read: (tx: Tx, ids: string[]) => Promise<Kind[]>
  refusal: (row: Kind, worker: Worker, to: string) => Refusal | null
  /** Who is to own the records, where they may. */
  owner: (tx: Tx, id: string) => Promise<Owner>
  give: (ctx: Ctx, given: readonly Assignment[], reason?: string) => Promise<Map<string, number>>
}

async function ownerInSales(tx: Tx, ownerId: string): Promise<Owner> {
  const owner = await tx.person.findFirst({ where: { id: ownerId, disabledAt: null }, select: { id: true, name: true, staffRole: true } })
  if (!owner || !may(owner.staffRole, "lead:take"))
    throw new AppError("invalid", "Choose somebody who works in Sales.", { fields: { ownerId: "Choose an owner" } })
  return { id: owner.id, name: owner.name }
}

const inSales = (noun: AssignableNoun) => ({
  owner: ownerInSales,
  give: (ctx: Ctx, given: readonly Assignment[], reason?: string) => assignMany(ctx, noun, given, reason),
})

const owned = { id: true, version: true, ownerId: true, ownerName: true } as const

const leads: Assignable<Row & Parameters<typeof refusalToAssignLead>[0]> = {
  ...inSales("lead"),
  table: Prisma.sql`sales.lead`,
  read: async (tx, ids) => {
    const rows = await tx.lead.findMany({
      where: { id: { in: ids } },
      select: { ...owned, companyName: true, state: true, statusReason: true },
    })
    return rows.map(({ companyName: label, ...row }) => ({ ...row, label }))
  },
  refusal: refusalToAssignLead,
}

const opportunities: Assignable<Row & Parameters<typeof refusalToAssignOpportunity>[0]> = {
  ...inSales("opportunity"),
  table: Prisma.sql`sales.opportunity`,
  read: async (tx, ids) => {
    const rows = await tx.opportunity.findMany({ where: { id: { in: ids } }, select: { ...owned, topic: true, state: true } })
    return rows.map(({ topic: label, ...row }) => ({ ...row, label }))
  },
  refusal: refusalToAssignOpportunity,
}

const accounts: Assignable = {
  ...inSales("account"),
  table: Prisma.sql`sales.account`,
  read: async (tx, ids) => {
    const rows = await tx.account.findMany({ where: { id: { in: ids } }, select: { ...owned, name: true } })
    return rows.map(({ name: label, ...row }) => ({ ...row, label }))
  },
  refusal: refusalToAssignAccount,
}

const contacts: Assignable = {
  ...inSales("contact"),
  table: Prisma.sql`sales.contact`,
  read: async (tx, ids) => {
    const rows = await tx.contact.findMany({ where: { id: { in: ids } }, select: { ...owned, firstName: true, lastName: true } })
    return rows.map(({ firstName, lastName, ...row }) => ({ ...row, label: fullName({ firstName, lastName }) }))
  },
  refusal: refusalToAssignContact,
}

const prospects: Assignable<Row & Parameters<typeof refusalToAssignProspect>[0]> = {
  table: Prisma.sql`commerce.prospect`,
  read: async (tx, ids) => {
    const rows = await tx.prospect.findMany({ where: { id: { in: ids } }, select: { ...owned, number: true, status: true } })
    return rows.map(({ number: label, ...row }) => ({ ...row, label }))
  },
  refusal: (prospect, { staffRole }) => refusalToAssignProspect(prospect, staffRole),
  owner: ownerOfProspects,
  give: assignProspects,
}

/** Gives many records one owner. */
function assign<Kind extends Row>({ table, read, refusal, owner: ownerOf, give }: Assignable<Kind>): Deed {
  const refusalFor = (row: Kind, worker: Worker, { ownerId, ownerName }: z.output<typeof Input>): Refusal | null =>
    refusal(row, worker, ownerId) ?? (row.ownerId === ownerId ? { code: "conflict", message: `${ownerName} owns it already.` } : null)
  return {
    atOnce: 500,
    async prepare({ tx }, typed) {
      const { ownerId } = Typed.safeParse(typed).data ?? {}
      if (!ownerId) throw new AppError("invalid", "Choose an owner.", { fields: { ownerId: "Choose an owner" } })
      const owner = await ownerOf(tx, ownerId)
      return { input: { ownerId: owner.id, ownerName: owner.name }, title: `Assign to ${owner.name}` }
    },
    async check(tx, staff, run, items) {
      const input = Input.parse(run.input)
      const rows = new Map((await read(tx, idsOf(items))).map((row) => [row.id, row]))
      return items.map(({ place, recordId }) => {
        const row = rows.get(recordId)
        const refused = row ? refusalFor(row, staff, input) : null
        if (!row) return { place, verdict: "blocked", told: "It is not there any more." }
        if (refused) return { place, verdict: "blocked", told: refused.message }
        return { place, verdict: "ready", told: `${row.ownerName ?? "Unassigned"} → ${input.ownerName}` }
      })
    },
    async perform(ctx, run, items) {
      const input = Input.parse(run.input)
      const { refused } = await attempt(ctx, ({ tx }) => ownerOf(tx, input.ownerId))
      if (refused)
        return items.map(({ place }) => ({ place, result: "skipped", why: `${input.ownerName} cannot be given records any more.` }))
      await lockRecords(ctx.tx, table, idsOf(items))
      const rows = await read(ctx.tx, idsOf(items))
      const { fit, unfit } = await sortOut(ctx.tx, items, rows, (row) => refusalFor(row, ctx.actor, input))
      const to = { id: input.ownerId, name: input.ownerName }
      const versions = await give(
        ctx,
        fit.map(({ row }) => ({ ...row, to })),
      )
      const done = fit.map(({ item: { place }, row: { id, ownerId, ownerName } }) => ({
        ...{ place, result: "done" as const, versionAfter: versions.get(id), before: { ownerId, ownerName }, ownerId: to.id },
      }))
      return [...unfit, ...done]
    },
    async undo(ctx, run, items) {
      await lockRecords(ctx.tx, table, idsOf(items))
      const rows = new Map((await read(ctx.tx, idsOf(items))).map((row) => [row.id, row]))
      const versions = await give(
        ctx,
        items.flatMap((item) => restored(item, rows.get(item.recordId))),
        `Took the run back: ${run.title}`,
      )
      return undoneOrKept(ctx.tx, items, ({ recordId }) => versions.has(recordId))
    },
  }
}

function restored({ versionAfter, before }: DoneItem, row: Row | undefined) {
  if (!row || row.version !== versionAfter) return []
  const { ownerId, ownerName } = Before.parse(before)
  return [{ ...row, to: ownerId && ownerName ? { id: ownerId, name: ownerName } : null }]
}

export const assignDeeds = {
  "leads.assign": assign(leads),
  "opportunities.assign": assign(opportunities),
  "accounts.assign": assign(accounts),
  "contacts.assign": assign(contacts),
  "prospects.assign": assign(prospects),
}
