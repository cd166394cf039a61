/** What points at a record that may become part of another, and follows it then. */
export type Pointer = {
  table: string
  column: string
  /** What people call one of its rows, as SQL of the row `t`. */
  label: string
  /** Rows whose colleagues compare versions: a move is a change of theirs. */
  isVersioned?: boolean
  /** How one and many are counted before people; what is left out moves in silence. */
  noun?: readonly [one: string, many: string]
  /** Says something of that record alone: put away with it, and back with it. */
  isItsOwn?: boolean
  /** SQL of the row `t` that would follow to `$1`: true where its place is taken there. Such a row is put away. */
  rival?: string
}

const activity = (column: string): Pointer => ({
  table: "sales.activity",
  column,
  label: "coalesce(t.subject, initcap(replace(t.kind::text, '_', ' ')))",
})

const stake = (column: string, rival: string): Pointer => ({
  table: "sales.stakeholder",
  column,
  label: "t.name",
  noun: ["stakeholder", "stakeholders"],
  rival,
})

const own = (table: string, column: string): Pointer => ({ table, column, label: "''", isItsOwn: true })

const contactTwice = (column: string) =>
  `exists (select 1 from sales.stakeholder k where k.${column} = $1::uuid and k.contact_id = t.contact_id)`

const opportunity = (column: string, isQuiet = false): Pointer => ({
  table: "sales.opportunity",
  column,
  label: "t.topic",
  isVersioned: true,
  ...(isQuiet ? {} : { noun: ["opportunity", "opportunities"] as const }),
})
const lead = (column: string): Pointer => ({
  table: "sales.lead",
  column,
  label: "t.company_name",
  isVersioned: true,
  noun: ["lead", "leads"],
})
const contact = (column: string, isQuiet = false): Pointer => ({
  table: "sales.contact",
  column,
  label: "trim(t.first_name || ' ' || t.last_name)",
  isVersioned: true,
  ...(isQuiet ? {} : { noun: ["contact", "contacts"] as const }),
})
const prospect = (column: string): Pointer => ({
  table: "commerce.prospect",
  column,
  label: "t.number",
  isVersioned: true,
  noun: ["prospect", "prospects"],
})

/** What stands in rows of a customer; `same` says which row `k` of the other one takes the place of `t`. */
const ofCustomer = (table: string, label: string, noun: Pointer["noun"], same: string): Pointer => ({
  table,
  column: "customer_id",
  label,
  noun,
  rival: `exists (select 1 from ${table} k where k.customer_id = $1::uuid and ${same})`,
})

/**
 * Every column that holds the id of a record of these tables. A test compares it with the foreign keys of the database, so that none is forgotten:
 * what is missing here would vanish with the record.
 */
export const pointers = {
  "sales.lead": [
    activity("lead_id"),
    stake("lead_id", contactTwice("lead_id")),
    own("sales.lead_score", "lead_id"),
    own("sales.timer_event", "lead_id"),
    own("sales.timer_pause", "lead_id"),
    own("sales.assignment_wait", "lead_id"),
    own("sales.escalation_told", "lead_id"),
    { table: "sales.question", column: "lead_id", label: "t.subject" },
    { table: "sales.account", column: "originating_lead_id", label: "t.name", isVersioned: true },
    contact("originating_lead_id", true),
    opportunity("originating_lead_id", true),
  ],
  "sales.account": [
    opportunity("account_id"),
    contact("account_id"),
    lead("account_id"),
    activity("account_id"),
    stake("account_id", contactTwice("account_id")),
  ],
  "sales.contact": [
    opportunity("contact_id"),
    lead("contact_id"),
    activity("contact_id"),
    stake(
      "contact_id",
      `exists (select 1 from sales.stakeholder k where k.contact_id = $1::uuid
        and (k.lead_id = t.lead_id or k.opportunity_id = t.opportunity_id or k.account_id = t.account_id))`,
    ),
  ],
  "commerce.customer": [
    { table: "commerce.customer", column: "organization_id", label: "t.number", isVersioned: true, noun: ["person", "people"] },
    {
      table: "commerce.hierarchy",
      column: "organization_id",
      label: "t.number",
      isVersioned: true,
      noun: ["customer hierarchy", "customer hierarchies"],
    },
    {
      table: "commerce.outlet",
      column: "customer_id",
      label: "'A place as an outlet'",
      isVersioned: true,
      noun: ["place as an outlet", "places as outlets"],
    },
    {
      table: "commerce.hierarchy_member",
      column: "customer_id",
      label: "'A portal seat'",
      isVersioned: true,
      noun: ["portal seat", "portal seats"],
    },
    {
      table: "commerce.credit_account",
      column: "organization_id",
      label: "'The credit'",
      isVersioned: true,
      noun: ["credit account", "credit accounts"],
    },
    prospect("organization_id"),
    prospect("requestor_id"),
    { table: "commerce.customer", column: "invoice_account_id", label: "t.number" },
    ofCustomer("commerce.customer_address", "t.name", ["address", "addresses"], "k.is_primary and t.is_primary and k.purpose = t.purpose"),
    ofCustomer(
      "commerce.customer_contact_info",
      "t.label",
      ["email or phone", "emails and phones"],
      "k.kind = t.kind and k.value = t.value",
    ),
    ofCustomer(
      "commerce.customer_registration",
      "t.number",
      ["registration number", "registration numbers"],
      "k.type = t.type and k.number = t.number",
    ),
  ],
} as const satisfies Record<string, readonly Pointer[]>

export type MergedTable = keyof typeof pointers

export const pointersOf = (table: MergedTable): readonly Pointer[] => pointers[table]
