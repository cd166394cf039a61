import { Prisma, type Tx } from "@/lib/platform/db"
import { opportunityStatusReasons, refusalToReopen } from "@/lib/sales/opportunities/rules"
import { reopenOpportunity } from "@/lib/sync/reopen-opportunity"
import { ReopenOpportunity } from "@/lib/sync/schema"
import type { Checked, Deed, RunItem } from "../run-job"
import { idsOf, lockRecords, sortOut } from "../sort-out"
import { keepAll, oneByOne } from "./one-by-one"
import { checkedWords } from "./prospects"

const Typed = ReopenOpportunity.omit({ opportunityId: true })
const select = {
  ...{ id: true, version: true, state: true, statusReason: true, ownerId: true, ownerName: true },
  qualifiedLeads: { select: { prospectId: true } },
} as const

/** The opportunities of a batch, to be judged, each with the prospects that its close decided. */
async function readOpportunities(tx: Tx, items: readonly RunItem[]) {
  const opportunities = await tx.opportunity.findMany({ where: { id: { in: idsOf(items) } }, select })
  const ids = opportunities.flatMap(({ qualifiedLeads }) => qualifiedLeads.flatMap(({ prospectId }) => prospectId ?? []))
  const prospects = await tx.prospect.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, status: true } })
  const byId = new Map(prospects.map((prospect) => [prospect.id, prospect]))
  return opportunities.map(({ qualifiedLeads, ...opportunity }) => {
    const decided = qualifiedLeads.flatMap(({ prospectId }) => byId.get(prospectId ?? "") ?? [])
    return { ...opportunity, decided, isWithdrawn: decided.some(({ status }) => status === "withdrawn") }
  })
}

type Closed = Awaited<ReturnType<typeof readOpportunities>>[number]

function toldOf({ state, statusReason, decided }: Closed): string {
  const moved = `${opportunityStatusReasons[statusReason].word} → In Progress`
  if (decided.length === 0) return moved
  const numbers = decided.map(({ number }) => number).join(", ")
  return `${moved}; ${numbers} Pending again${state === "won" ? ", and the partner's access ends at once" : ""}`
}

const reopen: Deed = {
  atOnce: 20,
  prepare: async (_, typed) => ({ input: checkedWords(Typed, typed), title: "Reopen" }),
  async check(tx, staff, _, items) {
    const found = new Map((await readOpportunities(tx, items)).map((one) => [one.id, one]))
    return items.map(({ place, recordId }): Checked => {
      const opportunity = found.get(recordId)
      if (!opportunity) return { place, verdict: "blocked", told: "It is not there any more." }
      const refused = refusalToReopen(opportunity, staff)
      return refused ? { place, verdict: "blocked", told: refused.message } : { place, verdict: "ready", told: toldOf(opportunity) }
    })
  },
  async perform(ctx, run, items) {
    await lockRecords(ctx.tx, Prisma.sql`sales.opportunity`, idsOf(items))
    const rows = await readOpportunities(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, rows, (row) => refusalToReopen(row, ctx.actor))
    const words = Typed.parse(run.input)
    return [...unfit, ...(await oneByOne(ctx, fit, (own, { id }) => reopenOpportunity(own, { opportunityId: id, ...words })))]
  },
  undo: async (_ctx, _run, items) => keepAll(items),
}

export const reopenDeeds = { "opportunities.reopen": reopen }
