import { thoseWhoMay } from "@/lib/identity/who-can"
import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"

/** Throws where taking back an approval would leave a hierarchy that still runs without an Admin, as it may where several requests share one. */
export async function insistOnAdmin(tx: Tx, hierarchyIds: readonly string[]): Promise<void> {
  if (hierarchyIds.length === 0) return
  const [left] = await tx.$queryRaw<{ number: string; name: string }[]>`
    select h.number, h.name from commerce.hierarchy h where h.id = any(${[...hierarchyIds]}::uuid[]) and h.suspended_at is null and not exists (
      select 1 from commerce.hierarchy_member m where m.hierarchy_id = h.id and m.role = 'admin' and m.status <> 'disabled' and m.removed_at is null)
    limit 1`
  if (!left) return
  throw new AppError(
    "conflict",
    `Customer hierarchy ${left.number} of ${left.name} goes on for another request, and would be left without an Admin. Let ${thoseWhoMay("member:edit")} make another user Admin first.`,
  )
}
