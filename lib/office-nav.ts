import type { NavArea, NavItem } from "@/components/shell/office-nav"
import { type ActingRole, may, type Permission } from "@/lib/identity/permissions"

type Place = NavItem & { permission: Permission }
export type NavCounts = { leads: number; opportunities: number; prospects: number; approvals: number }

/** The areas of the office and the places in them that a role may read. */
export function officeNav(role: ActingRole, counts: NavCounts): NavArea[] {
  const areas: { area: string; items: Place[] }[] = [
    {
      area: "Sales",
      items: [
        { label: "Leads", href: "/sales/leads", icon: "leads", count: counts.leads, permission: "lead:read" },
        {
          label: "Opportunities",
          href: "/sales/opportunities",
          icon: "opportunities",
          count: counts.opportunities,
          permission: "opportunity:read",
        },
        { label: "Accounts", href: "/sales/accounts", icon: "accounts", permission: "account:read" },
        { label: "Contacts", href: "/sales/contacts", icon: "contacts", permission: "contact:read" },
        { label: "Duplicates", href: "/sales/duplicates", icon: "duplicates", permission: "lead:read" },
        {
          label: "Approvals",
          href: "/sales/approvals",
          icon: "approvals",
          count: counts.approvals || undefined,
          permission: "approval:read",
        },
        { label: "Tasks", href: "/sales/tasks", icon: "tasks", permission: "dashboard:read" },
        { label: "Dashboard", href: "/sales/dashboard", icon: "dashboard", permission: "dashboard:read" },
        { label: "Runs", href: "/sales/runs", icon: "runs", permission: "lead:read" },
      ],
    },
    {
      area: "Commerce",
      items: [
        { label: "Prospects", href: "/commerce/prospects", icon: "prospects", count: counts.prospects, permission: "prospect:read" },
        { label: "Customers", href: "/commerce/customers", icon: "customers", permission: "customer:read" },
        { label: "Customer hierarchies", href: "/commerce/hierarchies", icon: "hierarchies", permission: "hierarchy:read" },
        { label: "Credit", href: "/commerce/credit", icon: "credit", permission: "credit:read" },
      ],
    },
    { area: "Administration", items: [{ label: "Settings", href: "/settings", icon: "settings", permission: "settings:read" }] },
  ]
  return areas
    .map(({ area, items }) => ({ area, items: items.filter(({ permission }) => may(role, permission)) }))
    .filter(({ items }) => items.length > 0)
}
