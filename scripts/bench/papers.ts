import { onDatabase } from "./databases"

// What the product writes as JSON in one submission, one qualification and one edit, as pgbench replays it. `{lead}` and its like stand for ids,
// `{n}` for a number that makes the applicant another, `{at}` for the time.

const name = "Ana Silva"
const company = "Atlântico Náutica {n}, Lda."
const email = "ana.silva@atlantico-{n}.example"
const number = "PRO-{n}"
const address = {
  country: "PT",
  street: "Rua do Porto de Pesca 114",
  street2: null,
  city: "Setúbal",
  state_province: null,
  postal_code: "2900-213",
}
const person = { first_name: "Ana", last_name: "Silva" }
const phone = "+351265548210"
const website = "https://atlantico-{n}.example"
const comments = "We supply yacht yards and the fishing fleet."
const search = `atlantico nautica {n}, lda. ana silva ${email} ${phone}`
const seller = { owner_id: "{seller}", owner_name: "Seller 0" }

const prospect = {
  ...{
    id: "{prospect}",
    type: "b2b_prospect",
    status: "pending",
    ...person,
    email,
    typed_email: email,
    phone,
    company_name: company,
    website,
  },
  ...{
    tax_id: null,
    ...address,
    comments,
    answers: {},
    language: "en",
    channel: "default",
    consent_version: "2026-11-22",
    consent_at: "{at}",
  },
  ...{
    decision_state: "on_time",
    submission_key: "{key}",
    fingerprint: "{key}",
    lead_id: "{lead}",
    sales_stage: "New",
    submitted_at: "{at}",
    version: 1,
    search_text: search,
  },
}

const lead = {
  ...{
    id: "{lead}",
    topic: `Partner request: ${company}`,
    ...person,
    email,
    phone,
    language: "en",
    company_name: company,
    website,
    tax_id: null,
  },
  ...{ ...address, comments, source: "web", rating: "warm", state: "open", status_reason: "new", decision_maker: false, currency: "EUR" },
  ...{ from_commerce: true, prospect_id: "{prospect}", prospect_number: number, created_at: "{at}", version: 1 },
  ...{ search_text: `${search} pro-{n}`, name_key: "atlantico nautica {n}", domain: "atlantico-{n}.example" },
  ...{ has_duplicates: false, response_state: "on_time", decision_state: "on_time" },
}

const audit = { at: "{at}", from: null, reason: null, decision_id: null }
const written = { at: "{at}", state: "applied", operation: "create", payload: null, attempts: 1, applied_at: "{at}", decision_id: null }

export const submission = {
  prospect,
  lead,
  audit: [
    {
      ...{
        ...audit,
        id: "{audit}",
        move: "request.submit",
        actor_id: null,
        actor_name: name,
        actor_role: "Applicant",
        record_kind: "prospect",
      },
      ...{ record_id: "{prospect}", record_label: number, to: "pending", record_ids: ["{prospect}", "{lead}"] },
    },
  ],
  mail: [
    {
      ...{ id: "{mail}", letter: "request-received", key: "request-received:{prospect}", to_address: email, to_name: "", language: "en" },
      ...{ subject: `We received your request ${number}`, about: { prospectId: "{prospect}" }, link_id: "{link}", decision_id: null },
      ...{ record_ids: ["{prospect}", "{lead}"], state: "waiting", send_after: "{at}", attempts: 0, created_at: "{at}" },
    },
  ],
  written: [
    {
      ...{ ...written, map: "prospects_leads", source_kind: "prospect", source_id: "{prospect}", source_label: number },
      ...{ target_kind: "lead", target_id: "{lead}", target_label: company, aggregate_id: "{prospect}" },
    },
  ],
  link: [
    {
      ...{ id: "{link}", purpose: "request_status", hash: "{key}", person_id: null, subject_id: "{prospect}" },
      ...{ created_at: "{at}", expires_at: "{at}", used_at: null },
    },
  ],
}

const customer = { status: "provisional", hold: "none", phone, language: "en", created_at: "{at}", version: 1 }
const touched = ["organization", "person", "account", "contact", "opportunity", "lead", "prospect"].map((kind) => `{${kind}}`)
const line = (kind: string, text: string) => ({ record: { id: `{${kind}}`, kind, label: company }, text })

export const qualification = {
  customers: [
    {
      ...{ ...customer, id: "{organization}", type: "organization", name: company, website, ...address },
      ...{ sales_id: "{account}", search_text: `atlantico nautica {n}, lda. ${phone}` },
    },
    {
      ...{ ...customer, id: "{person}", type: "person", name, ...person, email, organization_id: "{organization}" },
      ...{ sales_id: "{contact}", search_text: `ana silva ${email} ${phone}` },
    },
  ],
  account: [
    {
      ...{ id: "{account}", name: company, website, domain: "atlantico-{n}.example", name_key: "atlantico nautica {n}", phone, ...address },
      ...{ ...seller, originating_lead_id: "{lead}", customer_id: "{organization}", created_at: "{at}", version: 1, search_text: search },
    },
  ],
  contact: [
    {
      ...{ id: "{contact}", ...person, email, phone, language: "en", account_id: "{account}", ...seller, originating_lead_id: "{lead}" },
      ...{ customer_id: "{person}", created_at: "{at}", version: 1, search_text: search },
    },
  ],
  opportunity: [
    {
      ...{
        id: "{opportunity}",
        topic: `Partner request: ${company}`,
        account_id: "{account}",
        contact_id: "{contact}",
        originating_lead_id: "{lead}",
      },
      ...{
        prospect_id: "{prospect}",
        prospect_number: number,
        state: "open",
        status_reason: "in_progress",
        stage: "develop",
        stage_entered_at: "{at}",
      },
      ...{ currency: "EUR", rating: "warm", ...seller, created_at: "{at}", version: 1, search_text: search },
    },
  ],
  audit: [
    {
      ...{ ...audit, id: "{closed}", from: "new", to: "qualified", move: "lead.qualify", actor_id: "{seller}", actor_name: "Seller 0" },
      ...{
        actor_role: "Seller",
        record_kind: "lead",
        record_id: "{lead}",
        record_label: company,
        record_ids: touched,
        decision_id: "{decision}",
      },
    },
  ],
  written: ["account", "contact"].map((kind) => ({
    ...{ ...written, map: `${kind}s_customers`, source_kind: kind, source_id: `{${kind}}`, source_label: company, target_kind: "customer" },
    ...{ target_id: kind === "account" ? "{organization}" : "{person}", target_label: "CUS-{n}", aggregate_id: `{${kind}}` },
    decision_id: "{decision}",
  })),
  decision: [
    {
      ...{
        id: "{decision}",
        kind: "qualify",
        at: "{at}",
        actor_id: "{seller}",
        actor_name: "Seller 0",
        prospect_id: "{prospect}",
        lead_id: "{lead}",
      },
      ...{ opportunity_id: "{opportunity}", undoable_until: "{at}", undone_at: null, undone_by: null },
      touched: touched.map((id) => ({ id, label: company, table: "customer", before: { state: "open", statusReason: "new" }, version: 1 })),
      receipt: {
        moved: [line("lead", "Lead Qualified")],
        linked: [line("prospect", number)],
        mailed: [],
        created: touched.map((id) => line(id, company)),
      },
    },
  ],
}

export const editing = {
  audit: [
    {
      ...{
        ...audit,
        id: "{closed}",
        move: "lead.edit",
        to: "Topic",
        actor_id: "{seller}",
        actor_name: "Seller 0",
        actor_role: "Sales manager",
      },
      ...{ record_kind: "lead", record_id: "{lead}", record_label: company, record_ids: ["{lead}"] },
    },
  ],
  change: [
    {
      ...{
        id: "{decision}",
        audit_id: "{closed}",
        at: "{at}",
        actor_id: "{seller}",
        actor_name: "Seller 0",
        record_kind: "lead",
        record_id: "{lead}",
      },
      ...{ field: "topic", from: `Partner request: ${company}`, to: `Partner request: ${company} 1` },
    },
  ],
}

/** Writes a set of papers for each ticket, so that pgbench has them at hand as the product would. */
export async function writePapers(url: string, papers: Record<string, object>, sellerId: string): Promise<void> {
  const texts = Object.values(papers).map((paper) => JSON.stringify(paper).replaceAll("{seller}", sellerId))
  await onDatabase(url, async (client) => {
    await client.query("truncate bench.paper")
    await client.query(
      `insert into bench.paper
       select place, name, bench.fill(text, n, at) from bench.ticket, unnest($1::text[], $2::text[]) as paper (name, text)`,
      [Object.keys(papers), texts],
    )
    await client.query("vacuum analyze bench.paper")
  })
}
