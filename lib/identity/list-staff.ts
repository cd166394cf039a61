import { db } from "@/lib/platform/db"
import { holding } from "@/lib/platform/holding"
import type { StaffRole } from "./permissions"

export type StaffRow = {
  id: string
  name: string
  email: string
  staffRole: StaffRole
  status: "Active" | "Pending" | "Disabled"
  disabledAt: Date | null
  hasPassword: boolean
  lastSignInAt: Date | null
}

const shown = 500

/** Everybody who works here, by name; search goes through name and email. */
export async function listStaff(q: string): Promise<StaffRow[]> {
  const people = await db.person.findMany({
    where: { staffRole: { not: null } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, staffRole: true, disabledAt: true, passwordHash: true, lastSignInAt: true },
  })
  const found = holding(q, people, ({ name, email }) => [name, email]).slice(0, shown)
  return found.flatMap(({ passwordHash, staffRole, ...person }) => {
    if (!staffRole) return []
    const hasPassword = passwordHash !== null
    const status = person.disabledAt ? "Disabled" : hasPassword || person.lastSignInAt ? "Active" : "Pending"
    return [{ ...person, staffRole, hasPassword, status } as const]
  })
}

/** How many Administrators can sign in. */
export const countAdministrators = (): Promise<number> => db.person.count({ where: { staffRole: "administrator", disabledAt: null } })
