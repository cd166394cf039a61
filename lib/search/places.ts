import { type ActingRole, may, type Permission } from "@/lib/identity/permissions"

/** A page that the palette leads to. */
export type Place = { label: string; href: string; area: string }

type Guarded = Place & { permission: Permission }

const view = (area: string, permission: Permission, path: string, views: Record<string, string>): Guarded[] =>
  Object.entries(views).map(([key, label]) => ({ area, permission, label, href: `${path}?view=${key}` }))

/** Lists with their system views, as the doors of the lists name them. */
export type ListedViews = { permission: Permission; path: string; views: Record<string, string> }

/** The system views and the pages of Settings that a role may read. */
export function searchPlaces(role: ActingRole, lists: readonly ListedViews[]): Place[] {
  const places = [...lists.flatMap(({ permission, path, views }) => view("View", permission, path, views)), ...settings]
  return places.filter(({ permission }) => may(role, permission)).map(({ label, href, area }) => ({ label, href, area }))
}

const settings: Guarded[] = [
  { area: "Settings", label: "Staff", href: "/settings/staff", permission: "staff:read" },
  { area: "Settings", label: "Number sequences", href: "/settings/number-sequences", permission: "sequence:read" },
  { area: "Settings", label: "Integration", href: "/settings/integration", permission: "integration:read" },
  { area: "Settings", label: "Email", href: "/settings/email", permission: "mail:read" },
  { area: "Settings", label: "Audit", href: "/settings/audit", permission: "audit:read" },
]
