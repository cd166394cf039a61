import { openCustomers, organizationDraft, personDraft } from "@/lib/commerce/customers/open-customers"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { fullName } from "@/lib/platform/party"
import { convertLead } from "@/lib/sales/leads/convert-lead"
import type { LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { claimLead, moveLead } from "@/lib/sales/leads/move-lead"
import type { Decision } from "./decision"
import { noteDualWrite } from "./dual-write"
import { findCounterparts } from "./find-counterparts"
import { linkCounterparts } from "./link-counterparts"
import { linkProspect } from "./link-prospect"

/** How a lead is converted: the existing account and contact to use, null to make new ones; the opportunity's topic, null to skip it. */
export type Choice = {
  accountId: string | null
  contactId: string | null
  opportunity: { topic: string; estimatedRevenue: number | null } | null
}

/**
 * Turns an open lead into account, contact and, unless skipped, opportunity; dual-write makes their counterparts in Commerce,
 * Provisional. What exists already stays as it is. Everything touched is written on the decision.
 */
export async function convert(ctx: Ctx, decision: Decision, lead: LeadToJudge, choice: Choice) {
  const { email } = lead
  if (!email) throw new AppError("invalid", "This lead has no email address, and a partner signs in by email. Add it first.")
  await claimLead(ctx, lead)
  const found = await findCounterparts(ctx, lead, choice)
  const account = { id: choice.accountId ?? newId(), isNew: !choice.accountId, name: found.account?.name ?? lead.companyName }
  const contact = {
    id: choice.contactId ?? newId(),
    isNew: !choice.contactId,
    name: found.contact ? fullName(found.contact) : fullName(lead),
  }

  const organization =
    found.organization ?? (found.maps.has("accounts_customers") ? organizationDraft(lead, "provisional", account.id, ctx.now) : null)
  const person =
    found.person ??
    (found.maps.has("contacts_customers")
      ? personDraft({ ...lead, email }, organization?.id ?? null, "provisional", contact.id, ctx.now)
      : null)
  const drafts = [organization, person].flatMap((customer) => (customer && "search_text" in customer ? [customer] : []))
  const opened = await openCustomers(ctx, drafts)
  const numbered = (customer: typeof organization | typeof person) => {
    if (!customer) return null
    return "number" in customer ? customer : (opened.get(customer.id) ?? null)
  }
  const customers = { organization: numbered(organization), person: numbered(person) }

  const owner = {
    id: lead.ownerId ?? (ctx.actor.kind === "staff" ? ctx.actor.id : null),
    name: lead.ownerName ?? (ctx.actor.kind === "staff" ? ctx.actor.name : null),
  }
  const { opportunityId } = await convertLead(ctx, lead, { account, contact, opportunity: choice.opportunity, owner, customers })
  const label = { kind: "lead" as const, id: lead.id, label: lead.companyName }
  await moveLead(ctx, lead, "qualified", {
    accountId: account.id,
    contactId: contact.id,
    opportunityId,
    ownerId: owner.id,
    ownerName: owner.name,
  })

  for (const draft of drafts) {
    const number = opened.get(draft.id)?.number ?? ""
    const isCompany = draft.type === "organization"
    const record = { kind: "customer" as const, id: draft.id, label: number }
    decision.created("customer", record, `Customer ${number}, ${isCompany ? "Organization" : "Person"}, Provisional`)
    noteDualWrite(ctx, {
      map: isCompany ? "accounts_customers" : "contacts_customers",
      operation: "create",
      source: isCompany
        ? { kind: "account", id: account.id, label: account.name }
        : { kind: "contact", id: contact.id, label: contact.name },
      target: record,
      aggregateId: isCompany ? account.id : contact.id,
      decisionId: decision.id,
    })
  }
  const linked = { kind: "account" as const, id: account.id, label: account.name }
  if (account.isNew) decision.created("account", linked, `Account ${account.name}`)
  else decision.receipt.linked.push({ record: linked, text: `Account ${account.name}, unchanged` })
  const isDrafted = (id: string | undefined) => drafts.some((draft) => draft.id === id)
  if (customers.organization) {
    await linkCounterparts(ctx, decision, {
      sales: { ...linked, isNew: account.isNew },
      customer: { ...customers.organization, isNew: isDrafted(organization?.id) },
    })
  }
  const linkedContact = { kind: "contact" as const, id: contact.id, label: contact.name }
  if (contact.isNew) decision.created("contact", linkedContact, `Contact ${contact.name}`)
  else decision.receipt.linked.push({ record: linkedContact, text: `Contact ${contact.name}, unchanged` })
  if (customers.person) {
    await linkCounterparts(ctx, decision, {
      sales: { ...linkedContact, isNew: contact.isNew },
      customer: { ...customers.person, isNew: isDrafted(person?.id) },
    })
  }
  if (opportunityId && choice.opportunity) {
    decision.refs.opportunityId = opportunityId
    decision.created(
      "opportunity",
      { kind: "opportunity", id: opportunityId, label: choice.opportunity.topic },
      `Opportunity ${choice.opportunity.topic}`,
    )
  }
  decision.changed(
    "lead",
    { ...label, version: lead.version },
    {
      state: lead.state,
      statusReason: lead.statusReason,
      closedAt: null,
      accountId: null,
      contactId: null,
      opportunityId: null,
      ownerId: lead.ownerId,
      ownerName: lead.ownerName,
    },
    opportunityId ? "Lead Qualified, process at Develop" : "Lead Qualified",
  )
  if (lead.prospectId) {
    await linkProspect(ctx, decision, lead.prospectId, {
      organizationId: customers.organization?.id ?? null,
      requestorId: customers.person?.id ?? null,
      opportunityId,
      salesStage: opportunityId ? "Develop" : "Qualified",
    })
  }
  return { accountId: account.id, contactId: contact.id, opportunityId }
}
