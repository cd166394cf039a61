import { changeCustomers } from "@/lib/commerce/customers/change-customers"
import { type CustomerRow, customerDraft, openCustomers } from "@/lib/commerce/customers/open-customers"
import type { Ctx } from "@/lib/platform/context"
import { accountRow, contactRow, type Origin, opportunityRow } from "@/lib/sales/leads/conversion-rows"
import type { LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { qualifyClaimed } from "@/lib/sales/leads/move-lead"
import { changeExisting, writeConversion } from "@/lib/sales/leads/write-conversion"
import type { Decision } from "../decision"
import { linkProspects } from "../link-prospect"
import { changesOf } from "./changed-rows"
import type { GrowingWorld } from "./find-world"
import { accountName, stageOf } from "./lines"
import { noteConversion } from "./note-conversion"
import { knowsPerson, type Planned } from "./plan-batch"

/** A plan with the lead's row, the decision that it is part of, and the numbers of its customers. */
export type PlanToWrite = Planned & { row: LeadToJudge; decision: Decision }
export type Numbered = PlanToWrite & {
  mapping: number
  organization: Counterpart
  person: Counterpart
  owner: Origin["owner"]
}
type Counterpart = { id: string; number: string } | null

/** Carries plans out, all of them together: a statement for each kind of row, whatever their number. */
export async function writePlans(ctx: Ctx, plans: readonly PlanToWrite[], world: GrowingWorld): Promise<void> {
  if (plans.length === 0) return
  const numbers = await openDrafts(ctx, plans)
  const counterpart = (id: string | null): Counterpart => {
    const number = id && (numbers.get(id) ?? world.customers.get(id)?.number)
    return id && number ? { id, number } : null
  }
  const numbered = plans.map((one) => ({
    ...one,
    mapping: world.mapping.version,
    organization: counterpart(one.ids.organization),
    person: counterpart(one.ids.person),
    owner: ownerOf(ctx, one.row),
  }))
  await writeConversion(ctx, newRows(ctx, numbered))
  const changes = changesOf(numbered, world)
  await changeExisting(ctx, changes)
  await changeCustomers(ctx, changes.customers)
  await qualifyClaimed(
    ctx,
    numbered.map(({ row, ids, owner }) => ({
      id: row.id,
      version: row.version,
      accountId: ids.account,
      contactId: ids.contact,
      opportunityId: ids.opportunities[0] ?? null,
      ownerId: owner.id,
      ownerName: owner.name,
    })),
  )
  for (const one of numbered) noteConversion(ctx, one, changes.before.get(one.row.id) ?? new Map())
  await linkProspects(
    ctx,
    numbered.flatMap(({ row, decision, organization, person, ids, plan }) =>
      row.prospectId
        ? [
            {
              decision,
              prospectId: row.prospectId,
              organizationId: organization?.id ?? null,
              requestorId: person?.id ?? null,
              opportunityId: ids.opportunities[0] ?? null,
              salesStage: stageOf(plan) ?? "Qualified",
            },
          ]
        : [],
    ),
  )
}

/** What nobody owned belongs to whoever qualified it, or asked for that. */
function ownerOf({ actor, approval }: Ctx, lead: LeadToJudge): Origin["owner"] {
  if (lead.ownerId || actor.kind !== "staff") return { id: lead.ownerId, name: lead.ownerName }
  return approval?.askedById ? { id: approval.askedById, name: approval.askedBy } : { id: actor.id, name: actor.name }
}

/** Opens the customers that the plans make; their numbers by id. */
async function openDrafts(ctx: Ctx, plans: readonly PlanToWrite[]): Promise<Map<string, string>> {
  const drafts: CustomerRow[] = plans.flatMap(({ plan, ids }) => {
    const base = { status: "provisional" as const, now: ctx.now }
    const { organization, person } = plan
    return [
      ...(organization?.make === "create" && ids.organization
        ? [
            {
              ...customerDraft("organization", organization.values, { ...base, salesId: ids.account, organizationId: null }),
              id: ids.organization,
            },
          ]
        : []),
      ...(person?.make === "create" && ids.person
        ? [
            {
              ...customerDraft("person", person.values, { ...base, salesId: ids.contact, organizationId: ids.organization }),
              id: ids.person,
            },
          ]
        : []),
    ]
  })
  const opened = await openCustomers(ctx, drafts)
  return new Map([...opened].map(([id, { number }]) => [id, number]))
}

/** The rows of what the plans make in Sales. */
function newRows({ now }: Ctx, plans: readonly Numbered[]) {
  const originOf = ({ row, owner }: Numbered): Origin => ({ leadId: row.id, leadEmail: row.email, owner, now })
  return {
    accounts: plans.flatMap((one) =>
      one.plan.account.make === "create" ? [accountRow(one.ids.account, one.plan.account.values, one.organization, originOf(one))] : [],
    ),
    contacts: plans.flatMap((one) => {
      const { plan, ids, person } = one
      const account = { id: ids.account, name: accountName(plan.account.values) }
      return plan.contact.make === "create"
        ? [contactRow(ids.contact, plan.contact.values, account, knowsPerson(plan) ? person : null, originOf(one))]
        : []
    }),
    opportunities: plans.flatMap((one) => {
      const { plan, ids, row } = one
      if (plan.opportunity.make !== "create") return []
      const account = { id: ids.account, name: accountName(plan.account.values) }
      const contact = { id: ids.contact, values: plan.contact.values }
      const decides = row.prospectId && row.prospectNumber ? { id: row.prospectId, number: row.prospectNumber } : null
      return plan.opportunity.opportunities.map((values, place) =>
        opportunityRow(
          ids.opportunities[place] ?? "",
          values,
          { account, contact, currency: row.currency, prospect: place === 0 ? decides : null },
          originOf(one),
        ),
      )
    }),
  }
}
