import { type ActingRole, may, ownRole, type Permission, previewedRole, roleName, type StaffRole, whoMay } from "@/lib/identity/permissions"
import type { Refusal } from "@/lib/platform/errors"
import type { WorkListKey } from "@/lib/platform/list-query"

export type ViewScope = "personal" | "shared" | "role"
type Viewer = { id: string; staffRole: ActingRole }
type Judged = { list: string; scope: ViewScope; role: StaffRole | null; ownerId: string }

const either = new Intl.ListFormat("en", { type: "disjunction" })

const ofCommerce = ["prospects", "customers", "hierarchies", "credit"]

const sharing = (list: string): Permission => (ofCommerce.includes(list) ? "commerce-view:share" : "sales-view:share")

/** Why somebody may not make a view of this list that others see, or change one. */
export function refusalToShare(list: WorkListKey | string, { staffRole }: Viewer): Refusal | null {
  if (may(staffRole, sharing(list))) return null
  const message = `${roleName(staffRole)} keeps views to themselves. A ${either.format(whoMay(sharing(list)))} can share them.`
  return { code: "forbidden", message }
}

/** The role whose default somebody's lists open with: of a preview, the one that is previewed. */
export const seenRole = (role: ActingRole): StaffRole => previewedRole(role) ?? ownRole(role)

/** Whether somebody sees a view at all: their own, everybody's, their role's, and every role's who may share. */
export const seesView = ({ list, scope, role, ownerId }: Judged, viewer: Viewer): boolean =>
  scope === "personal"
    ? ownerId === viewer.id
    : scope === "shared" || role === seenRole(viewer.staffRole) || refusalToShare(list, viewer) === null

/** Why somebody may not change, rename, share or delete a view that they see. */
export function refusalToChange({ list, scope }: Judged, viewer: Viewer): Refusal | null {
  if (scope === "personal" || !refusalToShare(list, viewer)) return null
  const who = either.format(whoMay(sharing(list)))
  return { code: "forbidden", message: `Others use this view too. A ${who} can change it; save it as your own to keep your changes.` }
}

/** Why a view may not be called so. */
export function refusalOfName(name: string, system: readonly string[]): Refusal | null {
  const isTaken = system.some((one) => one.toLowerCase() === name.toLowerCase())
  return isTaken ? { code: "invalid", message: `${name} is a standard view. Choose another name.` } : null
}
