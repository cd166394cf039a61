import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { Prisma, type Tx } from "@/lib/platform/db"
import { fieldsIn } from "@/lib/platform/filter"
import type { FieldColumns } from "@/lib/platform/filter-sql"
import { type Arrival, onArrival } from "@/lib/sales/rule-sets/as-arrived"
import { type Asked, matchedSql, plainColumns } from "@/lib/sales/rule-sets/condition-sql"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { alikeFields, prospectRuleFields } from "./fields"
import { findAlike } from "./find-alike"

const asked: Asked = { fields: prospectRuleFields, search: prospectSource.search }
const plain = plainColumns(prospectSource.fields)
const arrival: Arrival = { told: ["submitted", "agreed"], never: ["number", "empty"] }

/** For each of some prospects the places of the rules that hold for it, in their order. What a rule asks of others like it is looked up first, and only then. */
export async function matchProspects(tx: Tx, rules: readonly Rule[], ids: readonly string[], now: Date): Promise<Map<string, number[]>> {
  if (ids.length === 0 || rules.length === 0) return new Map()
  return ask(tx, rules, ids, now, { ...plain, ...(await alikeColumns(tx, rules, ids, false)) })
}

/** The same for prospects as they stood when they came, as far as that is known: Pending, fresh, nobody's, beside those that were rejected or customers by then. */
export async function matchArrived(tx: Tx, given: readonly Rule[], ids: readonly string[], now: Date): Promise<Map<string, number[]>> {
  if (ids.length === 0) return new Map()
  const rules = given.map((rule) => ({ ...rule, when: rule.when && onArrival(rule.when, arrival) }))
  const sales = { column: Prisma.sql`case when p.lead_id is not null then 'New' end` }
  const owner = { column: Prisma.sql`null::uuid` }
  return ask(tx, rules, ids, now, { ...plain, sales, owner, ...(await alikeColumns(tx, rules, ids, true)) })
}

async function ask(tx: Tx, rules: readonly Rule[], ids: readonly string[], now: Date, columns: FieldColumns) {
  const rows = await tx.$queryRaw<{ id: string; matched: number[] }[]>`
    select p.id, ${matchedSql(rules, now, columns, asked)} as matched from ${prospectSource.from} where p.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, matched }) => [id, matched]))
}

async function alikeColumns(tx: Tx, rules: readonly Rule[], ids: readonly string[], asArrived: boolean): Promise<FieldColumns> {
  const named = new Set(rules.flatMap(({ isOn, when }) => (isOn ? fieldsIn(when) : [])))
  const columns: Record<string, FieldColumns[string]> = {}
  for (const field of alikeFields.filter((one) => named.has(one))) {
    const alike = await findAlike(tx, field, ids, asArrived)
    columns[field] = { column: Prisma.sql`(p.id = any(${alike}::uuid[]))` }
  }
  return columns
}
