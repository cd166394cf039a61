import { customerStatuses } from "@/lib/commerce/customers/rules"
import type { FieldChange, RecordKind } from "@/lib/platform/audit"
import type { Editables } from "@/lib/platform/editable"
import { fullName } from "@/lib/platform/party"
import { stages } from "@/lib/sales/opportunities/rules"
import { targets, type Values } from "./mapping"
import type { CustomerPlan, Plan } from "./plan"

/** Which record of a conversion a line is about. */
export type Part = "organization" | "person" | "account" | "contact" | `opportunity-${number}` | "prospect" | "lead"
export type PlanLine = { part: Part; kind: RecordKind; label: string; text: string }
export type PlanLines = { created: PlanLine[]; linked: PlanLine[]; moved: PlanLine[] }

/** The customers' numbers, null while they are not given out. */
export type Numbers = { organization: string | null; person: string | null }

export const accountName = (values: Values) => values.name ?? ""
export const contactName = ({ firstName, lastName }: Values) => fullName({ firstName: firstName ?? "", lastName: lastName ?? "" })

/** The changed fields by their labels, as a list in a sentence. */
export const fieldList = (editables: Editables, changes: readonly FieldChange[]): string =>
  changes.map(({ field }) => editables[field]?.label ?? field).join(", ")

const types = { organization: "Organization", person: "Person" } as const

function customerLines(part: "organization" | "person", plan: CustomerPlan, number: string | null, party: string): Partial<PlanLines> {
  const line = (text: string): PlanLine => ({ part, kind: "customer", label: number ?? "", text })
  if (plan.make === "create") return { created: [line(`Customer${number ? ` ${number}` : ""}, ${types[part]}, Provisional`)] }
  const changed = plan.changes.length > 0 ? [line(`Customer ${number}: ${fieldList(targets[part], plan.changes)}`)] : []
  const linked = plan.link ? [line(`Customer ${number} is linked to ${party}`)] : []
  const { status, isNew } = plan.known
  const stands = changed.length + linked.length === 0 && !isNew ? [line(`Customer ${number}, stays ${customerStatuses[status]}`)] : []
  return { linked: [...changed, ...linked, ...stands] }
}

function partyLines(
  part: "account" | "contact",
  plan: Plan["account"] | Plan["contact"],
  customer: CustomerPlan | null,
  number: string | null,
) {
  const name = part === "account" ? accountName(plan.values) : contactName(plan.values)
  const noun = part === "account" ? "Account" : "Contact"
  const line = (text: string): PlanLine => ({ part, kind: part, label: name, text })
  if (plan.make === "create") return { created: [line(`${noun} ${name}`)] }
  const used = plan.changes.length > 0 ? `${noun} ${name}: ${fieldList(targets[part], plan.changes)}` : `${noun} ${name}, unchanged`
  const isLinked = customer?.make === "create" || customer?.link
  return { linked: [line(used), ...(isLinked ? [line(`${noun} ${name} is linked to ${number ?? "its new customer"}`)] : [])] }
}

function opportunityLines({ opportunity }: Plan): Partial<PlanLines> {
  if (opportunity.make === "skip") return {}
  if (opportunity.make === "attach") {
    const { topic } = opportunity.known
    return { linked: [{ part: "opportunity-0", kind: "opportunity", label: topic, text: `Opportunity ${topic}, which the lead joins` }] }
  }
  return {
    created: opportunity.opportunities.map(({ topic }, place) => ({
      part: `opportunity-${place}`,
      kind: "opportunity",
      label: topic ?? "",
      text: `Opportunity ${topic}`,
    })),
  }
}

/** How far a lead is once it is converted, as its prospect says it. */
export function stageOf({ opportunity }: Plan): string | null {
  if (opportunity.make === "skip") return null
  return opportunity.make === "attach" ? stages[opportunity.known.stage].word : "Develop"
}

type Named = { companyName: string; prospectNumber: string | null }

/** What a conversion makes, links and moves, each line with the record that it names: for the desk before, and for the receipt after. */
export function planLines(plan: Plan, lead: Named, numbers: Numbers): PlanLines {
  const stage = stageOf(plan)
  const all: Partial<PlanLines>[] = [
    partyLines("account", plan.account, plan.organization, numbers.organization),
    plan.organization ? customerLines("organization", plan.organization, numbers.organization, accountName(plan.account.values)) : {},
    partyLines("contact", plan.contact, plan.person, numbers.person),
    plan.person ? customerLines("person", plan.person, numbers.person, contactName(plan.contact.values)) : {},
    opportunityLines(plan),
    lead.prospectNumber
      ? { linked: [{ part: "prospect", kind: "prospect", label: lead.prospectNumber, text: `Prospect ${lead.prospectNumber}` }] }
      : {},
    {
      moved: [
        {
          part: "lead",
          kind: "lead",
          label: lead.companyName,
          text: stage ? `Lead Qualified, process at ${stage}` : "Lead Qualified",
        },
      ],
    },
  ]
  return {
    created: all.flatMap(({ created = [] }) => created),
    linked: all.flatMap(({ linked = [] }) => linked),
    moved: all.flatMap(({ moved = [] }) => moved),
  }
}
