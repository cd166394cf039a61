import { overridableKeys } from "./compared"
import { countByField, planOverride } from "./override-plan"
import { getOverride } from "./queries"

/** An override as it can be done at once: what is copied from whom, to which members as they are now, and how much that changes. */
export type ForeseenOverride = {
  source: { memberId: string; version: number; name: string } | null
  members: number
  changed: { customerId: string; version: number; name: string }[]
  fields: { key: string; label: string; members: number }[]
  values: number
}

/** What Override would do with everything that can be copied; null where there is no such hierarchy. */
export async function foreseeOverride(hierarchyId: string): Promise<ForeseenOverride | null> {
  const override = await getOverride(hierarchyId, overridableKeys)
  if (!override) return null
  const { members, fields } = override
  const source = members.find(({ role }) => role === "admin")
  const plan = source ? planOverride(source, members, overridableKeys) : []
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key
  const counts = countByField(plan, overridableKeys).filter((count) => count.members > 0)
  return {
    source: source ? { memberId: source.memberId, version: source.version, name: source.name } : null,
    members: members.length,
    changed: plan.map(({ member: { customerId, version, name } }) => ({ customerId, version, name })),
    fields: counts.map(({ field, members: of }) => ({ key: field, label: labelOf(field), members: of })),
    values: plan.reduce((sum, { changes }) => sum + changes.length, 0),
  }
}
