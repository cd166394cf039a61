import { may, type Permission, roleName, type StaffRole, whoMay } from "@/lib/identity/permissions"

/** Why a role cannot do something, and whose can; null when it can. */
export function roleRefusal(role: StaffRole, permission: Permission, deed: string): string | null {
  if (may(role, permission)) return null
  const names = whoMay(permission)
  const listed = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
  return `${roleName(role)} cannot ${deed}. ${listed} can.`
}
