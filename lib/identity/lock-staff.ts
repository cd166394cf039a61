import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import type { JudgedStaff } from "./staff-rules"

/**
 * Locks every Administrator and one member of staff until commit, so that two who change the last Administrators wait for each other.
 * Returns that one and how many other Administrators are not disabled.
 */
export async function lockStaff({ tx }: Ctx, personId: string) {
  await tx.$executeRaw`
    select 1 from platform.person where staff_role = 'administrator' or id = ${personId}::uuid order by id for update`
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, staffRole: true, disabledAt: true, passwordHash: true },
  })
  if (!person?.staffRole) throw notFound("member of staff")
  const others = await tx.person.count({ where: { staffRole: "administrator", disabledAt: null, id: { not: personId } } })
  const { id, staffRole, passwordHash, ...rest } = person
  const staff: JudgedStaff = { ...rest, staffRole, hasPassword: passwordHash !== null }
  return { id, staffRole, staff, others, record: { kind: "person" as const, id, label: person.name } }
}
