import type { Owner } from "@/lib/commerce/owners"
import type { ProspectDetail } from "@/lib/commerce/prospects/queries"
import { refusalToAssign } from "@/lib/commerce/prospects/rules"
import type { ActingRole } from "@/lib/identity/permissions"
import type { AssignView } from "./assign-prospect"

type Viewer = { id: string; staffRole: ActingRole }

/** What **Assign** says of a prospect to somebody. */
export const assignView = (
  { id, companyName, ownerId, ownerName, status }: Pick<ProspectDetail, "id" | "companyName" | "ownerId" | "ownerName" | "status">,
  owners: readonly Owner[],
  viewer: Viewer,
): AssignView => ({
  ...{ prospectId: id, companyName, ownerId, ownerName, owners, viewerId: viewer.id },
  refusal: refusalToAssign({ status }, viewer.staffRole)?.message ?? null,
})
