import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { AppError, notFound } from "@/lib/platform/errors"
import type { Person } from "./actor-of"
import { roleName, type StaffRole } from "./permissions"

/** The demo's first person of a role, to enter as without a password. Outside of the demo there is no such page. */
export async function enterAs({ tx }: Ctx, { role }: { role: StaffRole }): Promise<Person> {
  if (!env().GANGWAY_DEMO) throw notFound("page")
  const person = await tx.person.findFirst({
    where: { staffRole: role, disabledAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, staffRole: true },
  })
  if (!person) throw new AppError("not_found", `The demo has no ${roleName(role)} to enter as.`)
  return person
}
