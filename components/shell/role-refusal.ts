import { type ActingRole, may, type Permission, roleName } from "@/lib/identity/permissions"
import { whoCan } from "@/lib/identity/who-can"

/** Why a role cannot do something, and whose can; null when it can. */
export function roleRefusal(role: ActingRole, permission: Permission, deed: string): string | null {
  return may(role, permission) ? null : `${roleName(role)} cannot ${deed}. ${whoCan(permission)}`
}
