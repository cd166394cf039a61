import { db } from "@/lib/platform/db"
import { type CustomerSection, customerFields } from "../customers/fields"
import { readMemberValues } from "../side-by-side/member-values"
import { planOverride } from "../side-by-side/override-plan"
import { type DriftPolicy, fieldsInForce, sectionsInForce } from "./rules"

/** What holds for hierarchies that do not say so themselves. */
export const getDriftDefault = () => db.driftDefault.findUniqueOrThrow({ where: { id: 1 }, select: { sections: true, version: true } })

/** Who differs in a hierarchy at this moment, from whom, and in which sections; what holds, and where it is said. */
export async function getDrift(hierarchyId: string, policy: DriftPolicy) {
  const usual = await getDriftDefault()
  const sections = sectionsInForce(policy, usual.sections)
  const keys = fieldsInForce(sections)
  const members = keys.length > 0 ? await readMemberValues(hierarchyId, keys) : []
  const [admin] = members
  const plan = admin?.role === "admin" ? planOverride(admin, members, keys) : []
  const isDrifting = (section: CustomerSection) =>
    plan.some(({ changes }) => changes.some(({ field }) => keys.some((key) => key === field && customerFields[key].section === section)))
  return {
    followsDefault: policy.followsDefault,
    sections,
    usual: sectionsInForce({ followsDefault: true, sections: [] }, usual.sections),
    adminName: admin?.name ?? null,
    memberIds: plan.map(({ member }) => member.memberId),
    drifting: sections.filter(isDrifting),
  }
}

export type DriftView = Awaited<ReturnType<typeof getDrift>>
