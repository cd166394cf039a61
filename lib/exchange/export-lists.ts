import { creditSource } from "@/lib/commerce/credit/list/credit-source"
import { customerSource } from "@/lib/commerce/customers/customer-source"
import { hierarchySource } from "@/lib/commerce/hierarchies/hierarchy-source"
import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import type { Permission } from "@/lib/identity/permissions"
import { Prisma } from "@/lib/platform/db"
import type { ListSource } from "@/lib/platform/list-source"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { budgetCodes, codesOf, needCodes, processCodes, ratingCodes, sourceCodes, timeframeCodes } from "@/lib/sales/choice-codes"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { leadStates, leadStatusReasons } from "@/lib/sales/leads/rules"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { opportunityStates, opportunityStatusReasons, stages } from "@/lib/sales/opportunities/rules"
import type { ExportColumn } from "./export-columns"

/** A list that can be taken away as a file. */
export type ExportList = {
  permission: Permission
  source: ListSource
  noun: string
  /** Dynamics' numbers, by field. */
  codes: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What stands in a file for a field that a list shows as one and a form asks as two. */
  instead: Readonly<Record<string, readonly ExportColumn[]>>
  /** What every file of this list ends with: what knows its record again. */
  always: readonly ExportColumn[]
}

const text = (head: string, sql: Prisma.Sql, width = 20): ExportColumn => ({ head, kind: "text", width, sql })
const id = (head: string, sql: Prisma.Sql) => text(head, Prisma.sql`${sql}::text`, 38)
const number = (head: string, sql: Prisma.Sql, words?: ExportColumn["words"]): ExportColumn => ({
  head,
  kind: "number",
  width: 12,
  sql: Prisma.sql`${sql}::text`,
  words,
})
const asWords = (codes: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(codes).map(([key, code]) => [key, String(code)]))
const person = (alias: string) => [
  text("First name", Prisma.sql`${Prisma.raw(alias)}.first_name`),
  text("Last name", Prisma.sql`${Prisma.raw(alias)}.last_name`),
]

const leads: ExportList = {
  permission: "lead:read",
  source: leadSource,
  noun: "leads",
  codes: {
    status: codesOf(leadStatusReasons),
    rating: ratingCodes,
    source: sourceCodes,
    budget: budgetCodes,
    need: needCodes,
    timeframe: timeframeCodes,
    process: processCodes,
  },
  instead: { contact: person("l") },
  always: [
    number("State code", Prisma.sql`l.state`, asWords(codesOf(leadStates))),
    id("Prospect ID", Prisma.sql`l.prospect_id`),
    id("Account ID", Prisma.sql`l.account_id`),
    id("Contact ID", Prisma.sql`l.contact_id`),
    id("Opportunity ID", Prisma.sql`l.opportunity_id`),
    id("Lead ID", Prisma.sql`l.id`),
    number("Row version", Prisma.sql`l.version`),
  ],
}

const opportunities: ExportList = {
  permission: "opportunity:read",
  source: opportunitySource,
  noun: "opportunities",
  codes: {
    status: codesOf(opportunityStatusReasons),
    stage: codesOf(stages),
    rating: ratingCodes,
    need: needCodes,
    timeframe: timeframeCodes,
    budget: budgetCodes,
    process: processCodes,
  },
  instead: {},
  always: [
    number("State code", Prisma.sql`o.state`, asWords(codesOf(opportunityStates))),
    id("Account ID", Prisma.sql`o.account_id`),
    id("Contact ID", Prisma.sql`o.contact_id`),
    id("Lead ID", Prisma.sql`o.originating_lead_id`),
    id("Prospect ID", Prisma.sql`o.prospect_id`),
    id("Opportunity ID", Prisma.sql`o.id`),
    number("Row version", Prisma.sql`o.version`),
  ],
}

const accounts: ExportList = {
  permission: "account:read",
  source: accountSource,
  noun: "accounts",
  codes: {},
  instead: {},
  always: [
    id("Customer ID", Prisma.sql`a.customer_id`),
    id("Lead ID", Prisma.sql`a.originating_lead_id`),
    id("Account ID", Prisma.sql`a.id`),
    number("Row version", Prisma.sql`a.version`),
  ],
}

const contacts: ExportList = {
  permission: "contact:read",
  source: contactSource,
  noun: "contacts",
  codes: {},
  instead: { name: person("c") },
  always: [
    id("Account ID", Prisma.sql`c.account_id`),
    id("Customer ID", Prisma.sql`c.customer_id`),
    id("Lead ID", Prisma.sql`c.originating_lead_id`),
    id("Contact ID", Prisma.sql`c.id`),
    number("Row version", Prisma.sql`c.version`),
  ],
}

const prospects: ExportList = {
  permission: "prospect:read",
  source: prospectSource,
  noun: "prospects",
  codes: {},
  instead: { requestor: person("p") },
  always: [
    id("Lead ID", Prisma.sql`p.lead_id`),
    id("Organization ID", Prisma.sql`p.organization_id`),
    id("Requestor ID", Prisma.sql`p.requestor_id`),
    id("Hierarchy ID", Prisma.sql`p.hierarchy_id`),
    id("Prospect ID", Prisma.sql`p.id`),
    number("Row version", Prisma.sql`p.version`),
  ],
}

const customers: ExportList = {
  permission: "customer:read",
  source: customerSource,
  noun: "customers",
  codes: {},
  instead: {},
  always: [
    id("Organization ID", Prisma.sql`c.organization_id`),
    id("Invoice account ID", Prisma.sql`c.invoice_account_id`),
    id("Account or contact ID", Prisma.sql`c.sales_id`),
    id("Customer ID", Prisma.sql`c.id`),
    number("Row version", Prisma.sql`c.version`),
  ],
}

const hierarchies: ExportList = {
  permission: "hierarchy:read",
  source: hierarchySource,
  noun: "customer hierarchies",
  codes: {},
  instead: {
    members: [number("Members", Prisma.sql`h.member_count`)],
    admins: [number("Active Admins", Prisma.sql`h.active_admin_count`)],
    organization: [text("Organization number", Prisma.sql`o.number`), text("Organization", Prisma.sql`o.name`, 30)],
  },
  always: [
    id("Organization ID", Prisma.sql`h.organization_id`),
    id("Hierarchy ID", Prisma.sql`h.id`),
    number("Row version", Prisma.sql`h.version`),
  ],
}

const credit: ExportList = {
  permission: "credit:read",
  source: creditSource,
  noun: "organizations with credit",
  codes: {},
  instead: {},
  always: [id("Organization ID", Prisma.sql`s.organization_id`), number("Row version", Prisma.sql`s.version`)],
}

export const exportLists = {
  leads,
  opportunities,
  accounts,
  contacts,
  prospects,
  customers,
  hierarchies,
  credit,
} as const satisfies Record<string, ExportList>

export type ExportListName = keyof typeof exportLists
