import { z } from "zod"
import { Prisma, type Tx } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { matchLeads } from "@/lib/sales/accounts/match-leads"
import { refusalToQualify } from "@/lib/sales/leads/rules"
import { guardsOf, refusalOfOne } from "@/lib/sales/policies/second-person"
import type { Choice, PartyChoice } from "@/lib/sync/conversion/choice"
import { qualifyLeads } from "@/lib/sync/qualify-lead"
import { qualifyVerdict } from "../qualify-verdict"
import type { Checked, Deed, Performed, RunItem, RunJob } from "../run-job"
import { sortOut } from "../sort-out"
import { lockLeads, readLeads } from "./leads"
import { undoDecided } from "./undo-decided"

const Input = z.object({ opportunity: z.enum(["create", "skip"]).default("create") })
const Picked = z.object({ pick: z.string(), contactId: z.uuid().nullable() })
type Picked = z.output<typeof Picked>
type Lead = Awaited<ReturnType<typeof readLeads>>[number]
type Twin = NonNullable<Parameters<typeof qualifyVerdict>[0]["twin"]>

const qualify: Deed = {
  atOnce: 200,
  looksAtOnce: 50,
  async prepare(_, typed) {
    const input = Input.parse(typed)
    return { input, title: input.opportunity === "skip" ? "Qualify without opportunities" : "Qualify" }
  },
  async check(tx, staff, run, items) {
    const leads = new Map((await readLeads(tx, items)).map((lead) => [lead.id, lead]))
    const able = [...leads.values()].filter((lead) => refusalToQualify(lead, staff) === null)
    const [matches, twins] = [await matchLeads(tx, able), await findTwins(tx, run, items, leads)]
    const guards = await guardsOf(
      tx,
      ["qualify"],
      able.map(({ id }) => id),
      new Date(),
    )
    return items.map(({ place, recordId }): Checked => {
      const lead = leads.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const { accounts = [], contacts = [] } = matches.get(lead.id) ?? {}
      const { email, companyName } = lead
      const asked = { email, companyName, personName: fullName(lead), accounts, contacts, twin: twins.get(place) ?? null }
      const guard = guards.get(lead.id)
      const refusal = refusalToQualify(lead, staff) ?? (guard ? refusalOfOne(guard, "qualify") : null)
      return { place, ...qualifyVerdict({ ...asked, refusal: refusal?.message ?? null }) }
    })
  },
  async perform(ctx, run, items) {
    const { opportunity } = Input.parse(run.input)
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readLeads(ctx.tx, items), (lead) => refusalToQualify(lead, ctx.actor))
    const picks = new Map(fit.map(({ item, row }) => [row.id, Picked.parse(item.choice)]))
    const shared = await sharedOf(ctx.tx, picks)
    const asked = fit.flatMap(({ row }) => {
      const choice = choiceOf(row, picks.get(row.id), shared, opportunity)
      return choice ? [{ leadId: row.id, choice, version: row.version }] : []
    })
    const outcomes = new Map((await qualifyLeads(ctx, asked)).map((outcome) => [outcome.leadId, outcome]))
    const done = fit.map(({ item: { place }, row: { id, ownerId } }): Performed => {
      const outcome = outcomes.get(id)
      if (outcome?.qualified) return { place, result: "done", decisionId: outcome.qualified.decisionId, ownerId: ownerId ?? ctx.actor.id }
      return { place, result: "skipped", why: outcome?.refusal?.message ?? "The lead whose account it was to share is not qualified." }
    })
    return [...unfit, ...done]
  },
  undo: undoDecided,
}

type TwinRow = { place: number; leadId: string; label: string; by: Twin["by"] }

/** For each lead of a batch, one further up in its run that is the same person, or whose company has the same tax ID or the same name. */
async function findTwins(tx: Tx, { id }: RunJob, items: readonly RunItem[], leads: ReadonlyMap<string, Lead>): Promise<Map<number, Twin>> {
  const asked = items.flatMap(({ place, recordId }) => {
    const lead = leads.get(recordId)
    return lead ? [{ place, email: lead.email, tax: lead.taxId, name: lead.nameKey }] : []
  })
  const above = (by: Twin["by"], same: Prisma.Sql) => Prisma.sql`
    (select l.id, l.company_name, ${by} as by from sales.lead l join platform.bulk_item i on i.run_id = ${id}::uuid and i.record_id = l.id
      where ${same} and l.state = 'open' and i.place < a.place limit 1)`
  const rows = await tx.$queryRaw<TwinRow[]>`
    select a.place, t.id as "leadId", t.company_name as label, t.by
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (place int, email text, tax text, name text), lateral (
      ${above("email", Prisma.sql`l.email = a.email`)}
      union all ${above("taxId", Prisma.sql`l.tax_id = a.tax`)}
      union all ${above("name", Prisma.sql`l.name_key = a.name and a.name <> ''`)}) t`
  const surest: Record<Twin["by"], number> = { email: 0, taxId: 1, name: 2 }
  const twins = new Map<number, Twin>()
  for (const { place, ...twin } of rows.toSorted((one, other) => surest[other.by] - surest[one.by])) twins.set(place, twin)
  return twins
}

type Shared = { accountId: string; contactId: string; email: string | null }

const sharerOf = ({ pick }: Picked): string | null => (pick.startsWith("lead:") ? pick.slice("lead:".length) : null)

/** The leads whose account is shared and that were qualified before this batch: what became of them. */
async function sharedOf(tx: Tx, picks: ReadonlyMap<string, Picked>): Promise<Map<string, Shared>> {
  const ids = [...picks.values()].flatMap((pick) => sharerOf(pick) ?? [])
  const rows = await tx.lead.findMany({
    where: { id: { in: ids }, state: "qualified" },
    select: { id: true, accountId: true, contactId: true, email: true },
  })
  return new Map(
    rows.flatMap(({ id, accountId, contactId, email }) => (accountId && contactId ? [[id, { accountId, contactId, email }] as const] : [])),
  )
}

/** How a lead is converted. Who is the same person as the lead whose account it shares is the same contact. */
function choiceOf(
  { email }: Lead,
  picked: Picked | undefined,
  shared: ReadonlyMap<string, Shared>,
  opportunity: "create" | "skip",
): Choice | null {
  if (!picked) return null
  const sharer = sharerOf(picked)
  const known = sharer ? shared.get(sharer) : undefined
  const use = (id: string): PartyChoice<never> => ({ make: "use", id, picks: [], version: null })
  const account: PartyChoice<never> =
    picked.pick === "new"
      ? { make: "create" }
      : !sharer
        ? use(picked.pick)
        : known
          ? use(known.accountId)
          : { make: "share", leadId: sharer }
  const contactId = picked.contactId ?? (known && known.email === email ? known.contactId : null)
  return {
    account,
    contact: contactId ? use(contactId) : { make: "create" },
    opportunity: opportunity === "skip" ? { make: "skip" } : { make: "create", opportunities: [{ topic: null, estimatedRevenue: null }] },
  }
}

export const qualifyDeeds = { "leads.qualify": qualify }
