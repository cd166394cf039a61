import { type ActingRole, may, type Permission, roleName } from "@/lib/identity/permissions"
import { whoCan } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"

/** Who works a record, as far as the rules care. */
export type Worker = { id: string | null; staffRole: ActingRole }

/** A record that somebody may own. */
export type Owned = { ownerId: string | null; ownerName: string | null }

/** Refuses those whose role does not carry the permission, and says whose does. */
export function refusalByRole(worker: Worker, permission: Permission, deed: string): Refusal | null {
  if (may(worker.staffRole, permission)) return null
  return { code: "forbidden", message: `${roleName(worker.staffRole)} cannot ${deed}. ${whoCan(permission)}` }
}

/** Refuses those who would work a colleague's record without leave to work anybody's; names the owner, and who may assign it anew. */
export function refusalByOwner(worker: Worker, record: Owned, deed: string): Refusal | null {
  if (record.ownerId === null || record.ownerId === worker.id || may(worker.staffRole, "sales:work-any")) return null
  const others = whoCan("sales:work-any").replace(" can.", " can too, or can assign it to you.")
  return { code: "forbidden", message: `${record.ownerName} owns this and can ${deed}. ${others}` }
}

/** Refuses to give a record to somebody else without leave to work anybody's: one can take it oneself. `to` null asks about assigning at all. */
export function refusalToGive(worker: Worker, record: Owned, to: string | null, noun: string): Refusal | null {
  if (may(worker.staffRole, "sales:work-any")) return null
  if (to !== null && to !== worker.id) {
    return {
      code: "forbidden",
      message: `You can take ${noun} yourself. ${whoCan("sales:work-any").replace(" can.", " can assign it to others.")}`,
    }
  }
  return refusalByOwner(worker, record, "assign it")
}
