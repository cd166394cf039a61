import type { FieldText } from "@/lib/platform/editable"

type Values = Readonly<Record<string, FieldText>>
type Planned = { customerId: string; values: Values }

export type PlannedChange = { field: string; from: FieldText; to: FieldText }
/** What an override would change of one member; members who are as the Admin already are left out. */
export type MemberPlan<Member> = { member: Member; changes: PlannedChange[] }

/** What copying some fields from one customer to others changes. The one whose values they are stays as it is. */
export function planOverride<Member extends Planned>(
  source: Planned,
  members: readonly Member[],
  fields: readonly string[],
): MemberPlan<Member>[] {
  return members.flatMap((member) => {
    if (member.customerId === source.customerId) return []
    const changes = fields
      .map((field) => ({ field, from: member.values[field] ?? null, to: source.values[field] ?? null }))
      .filter(({ from, to }) => from !== to)
    return changes.length > 0 ? [{ member, changes }] : []
  })
}

/** How many members each field would change of, in the order of the fields. */
export const countByField = (plan: readonly MemberPlan<unknown>[], fields: readonly string[]): { field: string; members: number }[] =>
  fields.map((field) => ({ field, members: plan.filter(({ changes }) => changes.some((change) => change.field === field)).length }))

/** Of a row of an override: what goes back, since nobody touched it, and which fields stay as somebody made them since. */
export function planUndo(before: Values, after: Values, now: Values): { back: PlannedChange[]; kept: string[] } {
  const fields = Object.keys(after)
  const isUntouched = (field: string) => (now[field] ?? null) === (after[field] ?? null)
  return {
    back: fields.filter(isUntouched).map((field) => ({ field, from: now[field] ?? null, to: before[field] ?? null })),
    kept: fields.filter((field) => !isUntouched(field) && (now[field] ?? null) !== (before[field] ?? null)),
  }
}
