import type { StaffRole } from "@/prisma/generated/enums"

export type { StaffRole }

const readSales = ["lead:read", "opportunity:read", "account:read", "contact:read"] as const
const readCommerce = ["prospect:read", "customer:read", "hierarchy:read", "credit:read"] as const
const workSales = [
  "lead:take",
  "lead:edit",
  "lead:qualify",
  "lead:disqualify",
  "lead:reactivate",
  "opportunity:edit",
  "opportunity:close",
  "opportunity:reopen",
  "account:edit",
  "contact:edit",
  "note:add",
  "message:send",
  "stakeholder:edit",
  "run:start",
  "duplicate:judge",
  "prospect:discuss",
] as const
const ownHours = ["settings:read", "hours:read", "hours:edit"] as const
const ownDashboard = ["dashboard:read"] as const
const everyDashboard = ["dashboard:read", "dashboard:team"] as const
const manageSales = [
  "lead:assign",
  "lead:import",
  "sales:work-any",
  "run:all",
  "template:edit",
  "checklist:read",
  "checklist:edit",
  "role:preview",
  "sales-view:share",
  "calendar:read",
  "calendar:edit",
  "hours:edit-any",
  "rules:read",
  "rules:edit",
  "matching:read",
  "matching:edit",
  "mapping:read",
  "mapping:edit",
] as const
const workCommerce = [
  "prospect:approve",
  "prospect:reject",
  "prospect:assign",
  "run:start",
  "run:all",
  "customer:edit",
  "hierarchy:edit",
  "drift:read",
  "member:edit",
  "commerce-view:share",
  "value-list:read",
  "value-list:edit",
  "letter:edit",
  "prospect:discuss",
  "prospect-rules:read",
  "prospect-rules:edit",
  "request-setting:read",
  "request-setting:edit",
  "channel:read",
  "channel:edit",
] as const
const settings = [
  "staff:read",
  "staff:edit",
  "integration:read",
  "integration:edit",
  "sequence:read",
  "sequence:edit",
  "health:read",
  "health:check",
] as const
const everyStaff = ["home:read", "approval:read", "approval:answer", "decision:undo", "list:export", "view:save"] as const
const mails = ["mail:read", "mail:retry", "mail:release", "letter:read"] as const
const workCredit = ["credit:edit", "credit-setting:read"] as const
const apiKeys = ["api-key:read", "api-key:edit", "credit-setting:edit"] as const

/** The one permission table: what each staff role may do. Whose records it may do it on is the rules' matter. */
const permissionsOf = {
  seller: [...everyStaff, ...readSales, ...readCommerce, ...workSales, ...ownHours, ...ownDashboard],
  sales_manager: [...everyStaff, ...readSales, ...readCommerce, ...workSales, ...ownHours, ...manageSales, ...everyDashboard, ...mails],
  commerce_manager: [...everyStaff, ...readSales, ...readCommerce, ...workCommerce, "settings:read", ...workCredit, ...mails],
  administrator: [
    ...everyStaff,
    ...readSales,
    ...readCommerce,
    ...workSales,
    ...ownHours,
    ...manageSales,
    ...workCommerce,
    ...settings,
    ...everyDashboard,
    ...workCredit,
    ...apiKeys,
    ...mails,
    "audit:read",
  ],
  auditor: [
    "home:read",
    "approval:read",
    "list:export",
    "checklist:read",
    "matching:read",
    "settings:read",
    "value-list:read",
    "calendar:read",
    "hours:read",
    "rules:read",
    "prospect-rules:read",
    "request-setting:read",
    "mapping:read",
    "view:save",
    "mail:read",
    "letter:read",
    "channel:read",
    ...everyDashboard,
    ...readSales,
    ...readCommerce,
    "staff:read",
    "api-key:read",
    "credit-setting:read",
    "integration:read",
    "sequence:read",
    "health:read",
    "audit:read",
    "drift:read",
  ],
} as const satisfies Record<StaffRole, readonly string[]>

export type Permission = (typeof permissionsOf)[StaffRole][number]

export const staffRoles = Object.keys(permissionsOf) as StaffRole[]

/** Every permission that some role carries. */
export const permissions = [...new Set(Object.values(permissionsOf).flat())] as Permission[]

const roleNames: Record<StaffRole, string> = {
  seller: "Seller",
  sales_manager: "Sales manager",
  commerce_manager: "Commerce manager",
  administrator: "Administrator",
  auditor: "Auditor",
}

/** A role in which somebody acts: their own, or their own behind the eyes of another that they preview. */
export type ActingRole = StaffRole | `${StaffRole} as ${StaffRole}`

export const actingRole = (own: StaffRole, previewed: StaffRole | null): ActingRole => (previewed ? `${own} as ${previewed}` : own)

/** The own role, and the one that is previewed in it. */
const rolesIn = (role: ActingRole) => role.split(" as ") as [own: StaffRole, previewed?: StaffRole]

/** One's own role, whatever is previewed. */
export const ownRole = (role: ActingRole): StaffRole => rolesIn(role)[0]

/** The role that is previewed; null when none is. */
export const previewedRole = (role: ActingRole): StaffRole | null => rolesIn(role)[1] ?? null

/** The role as people read it; of a preview, the one that is previewed. */
export const roleName = (role: ActingRole): string => roleNames[previewedRole(role) ?? ownRole(role)]

/** Whether a role carries a permission. Who previews another role keeps only what both may. */
export function may(role: ActingRole | null, permission: Permission): boolean {
  return role !== null && rolesIn(role).every((each) => each && (permissionsOf[each] as readonly Permission[]).includes(permission))
}

/** The roles that carry a permission, as people read them: for saying who can. */
export function whoMay(permission: Permission): string[] {
  return staffRoles.filter((role) => may(role, permission)).map(roleName)
}
