import type { CustomerStatus, CustomerType } from "@/prisma/generated/enums"

export type { CustomerStatus, CustomerType }

export const customerTypes = { organization: "Organization", person: "Person" } as const satisfies Record<CustomerType, string>

export const customerStatuses = {
  provisional: "Provisional",
  active: "Active",
  archived: "Archived",
} as const satisfies Record<CustomerStatus, string>
