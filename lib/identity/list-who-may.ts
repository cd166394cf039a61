import { db } from "@/lib/platform/db"
import { may, type Permission, staffRoles } from "./permissions"
import { namedPeople } from "./who-can"

/** The names of those who may, as long as they are few enough to be named; empty when they are more. */
export async function listWhoMay(permission: Permission): Promise<string[]> {
  const people = await db.person.findMany({
    where: { staffRole: { in: staffRoles.filter((role) => may(role, permission)) }, disabledAt: null },
    orderBy: { name: "asc" },
    take: namedPeople + 1,
    select: { name: true },
  })
  return people.length > namedPeople ? [] : people.map(({ name }) => name)
}
