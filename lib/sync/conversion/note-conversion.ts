import type { RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { TouchedTable } from "../decision"
import { noteDualWrite, type Operation } from "../dual-write"
import { accountName, contactName, type Part, type PlanLine, planLines } from "./lines"
import type { CustomerPlan } from "./plan"
import type { Numbered } from "./write-plans"

/** Writes a conversion on its decision: the rows that it touched, for Undo, and the receipt that people read; and what dual-write did, in its ledger. */
export function noteConversion(ctx: Ctx, one: Numbered, before: ReadonlyMap<string, Record<string, unknown>>): void {
  const { plan, row, decision, organization, person } = one
  const lines = planLines(plan, row, { organization: organization?.number ?? null, person: person?.number ?? null })
  for (const line of lines.created) decision.created(tableOf(line), refOf(line, one), line.text)
  for (const line of lines.linked) noteUsed(one, line, before)
  noteCustomer(ctx, one, "organization")
  noteCustomer(ctx, one, "person")
  if (plan.account.make === "use")
    decision.noteChanges(refOf({ part: "account", kind: "account", label: accountName(plan.account.values) }, one), plan.account.changes)
  if (plan.contact.make === "use")
    decision.noteChanges(refOf({ part: "contact", kind: "contact", label: contactName(plan.contact.values) }, one), plan.contact.changes)
  decision.receipt.mapping = one.mapping
  if (one.ids.opportunities[0]) decision.refs.opportunityId = one.ids.opportunities[0]
  const { state, statusReason, ownerId, ownerName } = row
  const stood = { state, statusReason, closedAt: null, accountId: null, contactId: null, opportunityId: null, ownerId, ownerName }
  for (const line of lines.moved) decision.changed("lead", { ...refOf(line, one), version: row.version }, stood, line.text)
}

const tableOf = ({ kind }: PlanLine): TouchedTable =>
  kind === "customer" || kind === "account" || kind === "contact" ? kind : "opportunity"

function idOf(part: Part, { ids, row }: Numbered): string {
  if (part === "prospect") return row.prospectId ?? ""
  if (part === "lead") return row.id
  if (part === "account" || part === "contact" || part === "organization" || part === "person") return ids[part] ?? ""
  return ids.opportunities[Number(part.slice("opportunity-".length))] ?? ""
}

const refOf = ({ part, kind, label }: Omit<PlanLine, "text">, one: Numbered): RecordRef => ({ kind, id: idOf(part, one), label })

/** A record that existed: the first line about one that was changed carries what stood there. */
function noteUsed(one: Numbered, line: PlanLine, before: ReadonlyMap<string, Record<string, unknown>>): void {
  // The prospect's line is written with its link.
  if (line.part === "prospect") return
  const { decision } = one
  const record = refOf(line, one)
  const stood = before.get(record.id)
  if (stood && !decision.touchedIds.includes(record.id))
    decision.changed(tableOf(line), { ...record, version: versionOf(one, line.part) }, stood, line.text, "linked")
  else decision.receipt.linked.push({ record, text: line.text })
}

function versionOf({ plan }: Numbered, part: Part): number {
  const of = {
    account: plan.account,
    contact: plan.contact,
    organization: plan.organization,
    person: plan.person,
    "opportunity-0": plan.opportunity,
  }
  const used = of[part as keyof typeof of]
  return used && "known" in used ? used.known.version : 0
}

function operationOf(plan: CustomerPlan): Operation | null {
  if (plan.make === "create") return "create"
  if (plan.link) return "link"
  return plan.changes.length > 0 ? "update" : null
}

function noteCustomer(ctx: Ctx, { plan, ids, decision, organization, person }: Numbered, part: "organization" | "person"): void {
  const [customer, counterpart] = part === "organization" ? [plan.organization, organization] : [plan.person, person]
  const operation = customer && operationOf(customer)
  if (!operation || !counterpart) return
  const source: RecordRef =
    part === "organization"
      ? { kind: "account", id: ids.account, label: accountName(plan.account.values) }
      : { kind: "contact", id: ids.contact, label: contactName(plan.contact.values) }
  noteDualWrite(ctx, {
    map: part === "organization" ? "accounts_customers" : "contacts_customers",
    operation,
    source,
    target: { kind: "customer", id: counterpart.id, label: counterpart.number },
    aggregateId: source.id,
    decisionId: decision.id,
  })
}
