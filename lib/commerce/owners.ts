import { may, type StaffRole, staffRoles } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"

export type Owner = { id: string; name: string }

const rolesOfOwners: StaffRole[] = staffRoles.filter((role) => may(role, "prospect:assign"))

/** Everybody who can own a prospect, by name. */
export async function listOwners(): Promise<Owner[]> {
  return db.person.findMany({
    where: { staffRole: { in: rolesOfOwners }, disabledAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
    take: 500,
  })
}
