import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import type { WorkListKey } from "@/lib/platform/list-query"
import { seenRole } from "./rules"

/** The saved views of all lists that somebody sees: their own, those that are shared, and their role's defaults, by name. */
export function listEveryView({
  id,
  staffRole,
}: Pick<Staff, "id" | "staffRole">): Promise<{ id: string; list: WorkListKey; name: string }[]> {
  return db.$queryRaw`
    select id, list, name from platform.saved_view
    where scope = 'shared' or scope = 'personal' and owner_id = ${id}::uuid or scope = 'role' and role = ${seenRole(staffRole)}::platform.staff_role
    order by lower(name), id limit 300`
}
