import type { Staff } from "@/lib/identity/actor"
import { may, type Permission } from "@/lib/identity/permissions"
import type { ListShape, WorkListKey } from "@/lib/platform/list-query"
import { listEveryView } from "@/lib/views/list-every-view"
import { workShapes } from "@/lib/views/work-shapes"

/** A page that the palette leads to, and what it belongs to. */
export type Place = { label: string; href: string; area: string }

type Listed = { area: string; permission: Permission; shape: Pick<ListShape, "path" | "views"> }

const workLists: Record<WorkListKey, Listed> = {
  leads: { area: "Leads", permission: "lead:read", shape: workShapes.leads },
  opportunities: { area: "Opportunities", permission: "opportunity:read", shape: workShapes.opportunities },
  accounts: { area: "Accounts", permission: "account:read", shape: workShapes.accounts },
  contacts: { area: "Contacts", permission: "contact:read", shape: workShapes.contacts },
  prospects: { area: "Prospects", permission: "prospect:read", shape: workShapes.prospects },
  customers: { area: "Customers", permission: "customer:read", shape: workShapes.customers },
  hierarchies: { area: "Customer hierarchies", permission: "hierarchy:read", shape: workShapes.hierarchies },
  credit: { area: "Credit", permission: "credit:read", shape: workShapes.credit },
}

/** The views, of the system and saved, that somebody can open. */
export async function listViewPlaces(staff: Staff): Promise<Place[]> {
  const saved = (await listEveryView(staff)).map(({ id, list, name }) => ({ ...workLists[list], label: name, view: id }))
  const given = Object.values(workLists).flatMap((list) =>
    Object.entries(list.shape.views).map(([view, label]) => ({ ...list, label, view })),
  )
  return [...saved, ...given]
    .filter(({ permission }) => may(staff.staffRole, permission))
    .map(({ label, view, area, shape }) => ({ label, area, href: `${shape.path}?view=${view}` }))
}
