import { pool } from "@/lib/platform/db"
import { impatient } from "@/lib/platform/impatient"
import { roll, sqlFile, writeRows } from "@/scripts/bench/fill"
import { rebuildingIndexes } from "@/scripts/bench/rebuilding-indexes"

const leads = 16_000
const asIf = 1_000_000
/** Filling the count of a list, which goes to 10,000, may take so many rows; more, and it reads the table. */
const mostRead = 100_000
/** How many rows the planner takes each table for. */
const tables = new Map<string, number>()

/** The planner believes what a table's entry in the catalogue says, and so plans for a million leads. */
const pretend = `
  update pg_class set reltuples = reltuples * ${asIf / leads} where relkind in ('r', 'i') and reltuples > 1000
    and relnamespace in (select oid from pg_namespace where nspname in ('sales', 'commerce', 'platform'))`
const bigOnes = "select relname as name, reltuples::float8 as n from pg_class where relkind = 'r' and reltuples > 50000"

/** Fields that the bench's leads leave empty, so that the statistics say something of each. */
const fillings = [
  `update bench.rolled set fate = 'qualified' where n % 2 = 0`,
  `update bench.rolled set closed_at = at + interval '5 days'`,
]
const moreFacts = [
  `update sales.lead set source = (enum_range(null::sales.lead_source))[1 + length(email) % 2],
    job_title = 'Buyer ' || length(email), estimated_value = (random() * 90000)::numeric(18, 2), estimated_close_date = created_at::date + 60,
    tax_id = 'PT' || length(company_name), comments = 'We supply ' || company_name,
    close_comment = case when state = 'disqualified' then 'Asked for terms as ' || company_name end, industry = (array['Food', 'Steel', 'Paper'])[1 + length(email) % 3],
    has_duplicates = length(email) % 19 = 0, score = length(email) * 7 % 101, grade = (enum_range(null::sales.lead_grade))[1 + length(email) % 4],
    email_confirmed_at = case when random() < 0.7 then created_at end`,
  `update sales.lead set decision_state = (enum_range(null::sales.timer_state))[case when state = 'open' then 1 + length(email) % 4 else 5 end],
    response_state = (enum_range(null::sales.timer_state))[1 + length(company_name) % 6],
    decision_due_at = case when state = 'open' then created_at + interval '14 days' end,
    response_due_at = case when state = 'open' and length(company_name) % 6 < 3 then created_at + interval '1 day' end,
    timer_next_at = case when state = 'open' and random() < 0.01 then created_at end,
    escalated_at = case when state = 'open' and random() < 0.01 then created_at + interval '14 days' end`,
  `update commerce.prospect set tax_id = 'PT' || length(company_name), comments = 'We supply ' || company_name, state_province = 'District ' || length(email),
    street2 = case when length(email) % 5 = 0 then 'Floor ' || length(company_name) end, note_to_applicant = case when status = 'rejected' then 'Come back.' end,
    email_confirmed_at = case when random() < 0.7 then submitted_at end,
    decision_state = (enum_range(null::commerce.decision_timer))[case when status = 'pending' then 1 + length(email) % 4 else 5 end],
    decision_due_at = case when status = 'pending' then submitted_at + interval '14 days' end,
    timer_next_at = case when status = 'pending' and random() < 0.01 then submitted_at end,
    expires_at = case when status = 'pending' and random() < 0.2 then submitted_at + interval '21 days' end`,
  `update commerce.customer set is_b2b_admin = true where type = 'person' and length(email) % 17 = 0`,
  `update commerce.customer c set channels = said.channels, in_all_channels = cardinality(said.channels) = 0
    from (select id, (case when dice < 0.5 then '{default}' when dice < 0.53 then '{outlet}' when dice < 0.55 then '{default,outlet}' when dice < 0.56 then '{}' end)::text[] as channels
      from (select id, random() as dice from commerce.customer) thrown) said where said.id = c.id and said.channels is not null`,
  `update sales.opportunity set stage = (array['develop', 'propose', 'close'])[1 + length(topic) % 3]::sales.stage,
    estimated_revenue = (random() * 90000)::numeric(18, 2), estimated_close_date = created_at::date + 60`,
  `update sales.opportunity set state = 'won', status_reason = 'won', closed_at = created_at + interval '9 days' where length(topic) % 4 = 0`,
  `update sales.opportunity set state = 'lost', status_reason = 'canceled', closed_at = created_at + interval '9 days' where length(topic) % 4 = 1`,
]

/** Each entry with the next, called anything, and some of them dismissed. */
const pairs = [
  `with numbered as (select id, kind, row_number() over (order by id) as n from sales.match_entry)
    insert into sales.match_pair (first_id, second_id, first_kind, second_kind, score, verdict, reasons, rules_version, found_at)
    select a.id, b.id, a.kind, b.kind, 40 + a.n % 61, (enum_range(null::sales.match_verdict))[1 + a.n % 3], '[]', 1, now() from numbered a join numbered b on b.n = a.n + 1`,
  `insert into sales.not_the_same (first_id, second_id, first_kind, second_kind, person_id, person_name, at)
    select first_id, second_id, first_kind, second_kind, first_id, 'Seller 0', found_at - score * interval '1 hour' from sales.match_pair`,
  `insert into sales.match_due (kind, record_id) select kind, id from sales.match_entry`,
]

/** A run over all of the leads. */
export const theRunId = "0193a1b0-0000-7000-8000-0000000000aa"
const runOverAll = [
  `insert into platform.bulk_run (id, list, kind, state, title, source, input, total, at_once, person_id, person_name, created_at, moved_at)
    select '${theRunId}', 'leads', 'qualify', 'done', 'Qualify', 'All leads', '{}', count(*), 50, '${theRunId}', 'Seller 0', now(), now() from sales.lead`,
  `insert into platform.bulk_item (run_id, place, record_id, record_version, label, verdict, told, result, decision_id)
    select '${theRunId}', row_number() over (), id, version, company_name, (enum_range(null::platform.bulk_verdict))[1 + length(email) % 3], 'Told',
      (enum_range(null::platform.bulk_result))[1 + length(company_name) % 3], id from sales.lead`,
]

/** Fills the test's database with leads, prospects, deals and what was written about them, as the bench does; returns an owner of a tenth. */
export async function fillWithLeads(): Promise<{ ownerId: string }> {
  const client = await pool.connect()
  try {
    await client.query("set session_replication_role = replica")
    await client.query(sqlFile("bench-schema.sql"))
    await client.query("select setseed(0.42)")
    await roll(client, { from: 1, to: leads, total: leads })
    for (const sql of fillings) await client.query(sql)
    const fill = async () => {
      await writeRows(client)
      for (const sql of [...moreFacts, ...pairs, ...runOverAll]) await client.query(sql)
    }
    await rebuildingIndexes(client, fill, () => {})
    await client.query("set session_replication_role = origin")
    await client.query("vacuum analyze")
    await client.query(pretend)
    for (const { name, n } of (await client.query<{ name: string; n: number }>(bigOnes)).rows) tables.set(name, n)
    const { rows } = await client.query<{ id: string }>("select id from platform.person where email = 'seller-0@bench.example'")
    return { ownerId: rows[0]?.id ?? "" }
  } finally {
    client.release()
  }
}

type Node = {
  "Node Type": string
  "Relation Name"?: string
  "Plan Rows": number
  "Total Cost": number
  Plans?: Node[]
}

type Sent = { text: string; values: unknown[] }
export type Planned = { text: string; plan: Node }

const explained = new Map<string, Planned>()

async function explain({ text, values }: Sent): Promise<Planned> {
  const key = `${text} ${JSON.stringify(values)}`
  const known = explained.get(key)
  if (known) return known
  const { rows } = await pool.query({ text: `explain (format json) ${text}`, values })
  const planned = { text, plan: rows[0]["QUERY PLAN"][0].Plan as Node }
  explained.set(key, planned)
  return planned
}

/**
 * Runs some reads, and returns the plan of each statement that they sent. `isDry`: the statements are planned and not run, and answer
 * with nothing, which is enough for reads that never look at what came before.
 */
export async function plansOf(reads: () => Promise<unknown>, isDry = false): Promise<Planned[]> {
  const sent: Sent[] = []
  const ears = [pool, impatient].map((each) => {
    const { query } = each
    const listening = (asked: unknown, ...more: unknown[]) => {
      const { text, values = [] } = typeof asked === "string" ? { text: asked, values: more[0] } : (asked as Sent)
      const isRead = /^\s*(select|with|\()/i.test(text)
      if (isRead) sent.push({ text, values: [...(values as unknown[])] })
      if (isRead && isDry) return Promise.resolve({ rows: [], fields: [], rowCount: 0, command: "SELECT" })
      return Reflect.apply(query, each, [asked, ...more])
    }
    each.query = listening as typeof each.query
    return { each, query }
  })
  try {
    await reads()
  } finally {
    for (const { each, query } of ears) each.query = query
  }
  const plans: Planned[] = []
  for (const one of sent) plans.push(await explain(one))
  return plans
}

const nodes = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** How many rows a plan reads by walking over whole tables. What streams into a limit is read until the limit is full. */
function readWhole(node: Node, share: number): number {
  const kind = node["Node Type"]
  const [first] = node.Plans ?? []
  const isLimit = kind === "Limit" && first && first["Plan Rows"] > 0
  const below = isLimit
    ? share * Math.min(1, node["Plan Rows"] / first["Plan Rows"])
    : /Sort|Hash|Aggregate|Materialize/.test(kind)
      ? 1
      : share
  const own = kind === "Seq Scan" ? share * (tables.get(node["Relation Name"] ?? "") ?? 0) : 0
  return Math.max(own, ...(node.Plans ?? []).map((child) => readWhole(child, below)))
}

/**
 * What is wrong with a plan: too many rows are read by walking over a table, more than `mostSorted` rows of one are sorted, or all of it costs more
 * than it may, as where an order is walked for the sake of a few rows. Null when nothing is.
 */
export function sinOf(plan: Node, mostSorted: number, mostCost: number): string | null {
  const read = readWhole(plan, 1)
  if (read > mostRead) return `reads ${Math.round(read)} rows one by one`
  if (plan["Total Cost"] > mostCost) return `costs ${Math.round(plan["Total Cost"])}`
  for (const { "Node Type": kind, Plans: [sorted] = [] } of nodes(plan)) {
    const isOfTable = kind === "Sort" && sorted && nodes(sorted).some((one) => tables.has(one["Relation Name"] ?? ""))
    if (isOfTable && sorted["Plan Rows"] > mostSorted) return `sorts ${sorted["Plan Rows"]} rows`
  }
  return null
}
