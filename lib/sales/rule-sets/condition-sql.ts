import { Prisma, type Tx } from "@/lib/platform/db"
import type { Fields } from "@/lib/platform/fields"
import type { Filter } from "@/lib/platform/filter"
import { type FieldColumns, filterSql } from "@/lib/platform/filter-sql"
import { leadFields } from "../leads/fields"
import { leadSource } from "../leads/lead-source"
import { type Likeness, likenessFields } from "../matching/likenesses"
import type { Rule } from "./rule"

/** The fields of a list without what narrows it by an index: rules are asked of records that are known by their ids. */
export const plainColumns = (fields: FieldColumns): FieldColumns =>
  Object.fromEntries(
    Object.entries(fields).map(([name, place]) => {
      const { isSearched: _searched, isTold: _told, isTrait: _trait, ...plain } = place
      return [name, plain]
    }),
  )

export const leadColumns = plainColumns(leadSource.fields)

/** Of which records conditions are asked: their fields, and the text that they are searched by. */
export type Asked = { fields: Fields; search: Prisma.Sql }
const leads: Asked = { fields: leadFields, search: leadSource.search }
/** Policies ask of matches, too. */
export const policyAsked: Asked = { ...leads, fields: { ...leadFields, ...likenessFields } }

/** The fields of a lead with what is known of its matches. */
export function likenessColumns(answers: Record<Likeness, Prisma.Sql>, columns: FieldColumns = leadColumns): FieldColumns {
  const answered = Object.entries(answers).map(([name, column]) => [name, { ...columns[name], column }] as const)
  return { ...columns, ...Object.fromEntries(answered) }
}

const nobody = "00000000-0000-0000-0000-000000000000"

/** A rule's condition over a lead `l`, or another row that is asked, in the same SQL as the list's filter. `columns` stand in where a record is looked at as it was. */
export function conditionSql(when: Filter | null, now: Date, columns: FieldColumns = leadColumns, asked: Asked = leads): Prisma.Sql {
  if (!when) return Prisma.sql`true`
  // A rule reads a day as the house does, whoever looks at what it did.
  return filterSql(when, { ...asked, columns, viewerId: nobody, now, zone: "the house's" })
}

/** The places of the rules that are on and hold for a lead `l`, or another row that is asked, as an array. */
export function matchedSql(rules: readonly Rule[], now: Date, columns: FieldColumns = leadColumns, asked: Asked = leads): Prisma.Sql {
  const cases = rules.flatMap(({ isOn, when }, place) =>
    isOn ? [Prisma.sql`case when ${conditionSql(when, now, columns, asked)} then ${place}::int end`] : [],
  )
  return cases.length > 0 ? Prisma.sql`array_remove(array[${Prisma.join(cases)}], null)` : Prisma.sql`'{}'::int[]`
}

/** For each of some leads the places of the rules that hold for it, in their order: one statement for all rules and all leads. */
export async function matchRules(
  tx: Tx,
  rules: readonly Rule[],
  leadIds: readonly string[],
  now: Date,
  columns: FieldColumns = leadColumns,
  asked: Asked = leads,
): Promise<Map<string, number[]>> {
  if (leadIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; matched: number[] }[]>`
    select l.id, ${matchedSql(rules, now, columns, asked)} as matched from sales.lead l where l.id = any(${[...leadIds]}::uuid[])`
  return new Map(rows.map(({ id, matched }) => [id, matched]))
}
