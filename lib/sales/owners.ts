import { type ActingRole, may, type StaffRole, staffRoles } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"

export type Owner = { id: string; name: string }

const rolesOfOwners: StaffRole[] = staffRoles.filter((role) => may(role, "lead:take"))

/** Everybody who can own a record of Sales, by name. */
export async function listOwners(): Promise<Owner[]> {
  return db.person.findMany({
    where: { staffRole: { in: rolesOfOwners }, disabledAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
    take: 500,
  })
}

/** The same people with their addresses, for finding the one that a file names. */
export async function listPeople(): Promise<(Owner & { email: string })[]> {
  return db.person.findMany({
    where: { staffRole: { in: rolesOfOwners }, disabledAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true, email: true },
    take: 2000,
  })
}

/** Who somebody can give a record to: everybody for those who may work anybody's, else only themselves. */
export async function ownersFor(staff: { id: string; name: string; staffRole: ActingRole }): Promise<Owner[]> {
  return may(staff.staffRole, "sales:work-any") ? listOwners() : [{ id: staff.id, name: staff.name }]
}
