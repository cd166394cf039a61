import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { roleName, type StaffRole } from "./permissions"

const offered: StaffRole[] = ["seller", "sales_manager", "commerce_manager", "administrator"]

export type DemoPerson = { role: StaffRole; roleName: string; name: string }

/** Whom the demo lets everybody enter as, one for each role on offer; nobody outside of the demo. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  if (!env().GANGWAY_DEMO) return []
  const people = await db.person.findMany({
    where: { staffRole: { in: offered }, disabledAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { name: true, staffRole: true },
    take: 200,
  })
  return offered.flatMap((role) => {
    const person = people.find(({ staffRole }) => staffRole === role)
    return person ? [{ role, roleName: roleName(role), name: person.name }] : []
  })
}
