import type { MemberRole } from "@/lib/commerce/hierarchies/rules"

const everyMember = ["profile:read", "organization:read", "organization:choose", "users:read", "credit:read"] as const

/** What each role of a partner may do on the partner's own pages. */
const permissionsOf = {
  admin: [...everyMember, "users:edit", "credit:ask", "credit:statement"],
  user: everyMember,
} as const satisfies Record<MemberRole, readonly string[]>

export type PartnerPermission = (typeof permissionsOf)[MemberRole][number]

export const partnerMay = (role: MemberRole, permission: PartnerPermission): boolean =>
  (permissionsOf[role] as readonly PartnerPermission[]).includes(permission)
