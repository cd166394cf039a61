import { db } from "@/lib/platform/db"
import { may } from "./permissions"

export type Colleague = { id: string; name: string; mayOwn: boolean }

/** Everybody who works here, by name: who can be mentioned, and who of them can be given a task. */
export async function listColleagues(): Promise<Colleague[]> {
  const people = await db.person.findMany({
    where: { staffRole: { not: null }, disabledAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true, staffRole: true },
    take: 1000,
  })
  return people.map(({ id, name, staffRole }) => ({ id, name, mayOwn: may(staffRole, "note:add") }))
}
