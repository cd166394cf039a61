import { type ActingRole, may, type Permission, roleName } from "@/lib/identity/permissions"
import { whoCan } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import type {
  AddressPurpose,
  ContactInfoKind,
  CustomerHold,
  CustomerList,
  CustomerStatus,
  CustomerType,
  RegistrationType,
} from "@/prisma/generated/enums"

export type { AddressPurpose, ContactInfoKind, CustomerHold, CustomerList, CustomerStatus, CustomerType, RegistrationType }

export const customerTypes = { organization: "Organization", person: "Person" } as const satisfies Record<CustomerType, string>

export const customerStatuses = {
  provisional: "Provisional",
  active: "Active",
  archived: "Archived",
} as const satisfies Record<CustomerStatus, string>

export const customerHolds = { none: "No", invoices: "Invoices", all: "All" } as const satisfies Record<CustomerHold, string>

export const addressPurposes = {
  business: "Business",
  delivery: "Delivery",
  invoice: "Invoice",
} as const satisfies Record<AddressPurpose, string>

export const contactInfoKinds = { email: "Email", phone: "Phone" } as const satisfies Record<ContactInfoKind, string>

export const registrationTypes = {
  tax_id: "Tax ID",
  company: "Company number",
  eori: "EORI",
  gln: "GLN",
  duns: "D-U-N-S",
  lei: "LEI",
  other: "Other",
} as const satisfies Record<RegistrationType, string>

/** The value lists that customers choose from, in the order of Settings. */
export const customerLists = {
  customer_group: "Customer groups",
  payment_terms: "Payment terms",
  payment_method: "Payment methods",
  delivery_terms: "Delivery terms",
  delivery_mode: "Modes of delivery",
  price_group: "Price groups",
  discount_group: "Discount groups",
} as const satisfies Record<CustomerList, string>

export type CustomerWorker = { staffRole: ActingRole }
type Seat = { hierarchy: { number: string; name: string; suspendedAt: Date | null } }
type Judged = { number: string; name: string; type: CustomerType; status: CustomerStatus }
/** A customer with what ties it to hierarchies: those of its own, and the seats that it was not taken out of. */
export type TiedCustomer = Judged & { hierarchies: readonly Seat["hierarchy"][]; memberships: readonly Seat[] }

const conflict = (message: string): Refusal => ({ code: "conflict", message })

function refusalByRole({ staffRole }: CustomerWorker, permission: Permission, deed: string): Refusal | null {
  if (may(staffRole, permission)) return null
  return { code: "forbidden", message: `${roleName(staffRole)} cannot ${deed}. ${whoCan(permission)}` }
}

export const refusalToCreate = (worker: CustomerWorker): Refusal | null => refusalByRole(worker, "customer:edit", "create customers")

/** Why nobody can order for a customer from now on. */
export function refusalToEmploy({ name, number, type, status }: Judged): Refusal | null {
  if (type !== "organization") return conflict(`${name} is a Person. People order for an organization.`)
  return status === "archived" ? conflict(`${number} is Archived.`) : null
}

/** An archived customer is read-only until it is reactivated. */
export function refusalToEdit({ number, status }: Pick<Judged, "number" | "status">, worker: CustomerWorker): Refusal | null {
  const refused = refusalByRole(worker, "customer:edit", "edit customers")
  if (refused || status !== "archived") return refused
  return conflict(`${number} is Archived. Reactivate it to edit it.`)
}

/** Nobody is archived who orders, or for whom somebody orders: the hierarchy is suspended, or the user removed, first. */
export function refusalToArchive({ number, name, status, hierarchies, memberships }: TiedCustomer, worker: CustomerWorker): Refusal | null {
  const refused = refusalByRole(worker, "customer:edit", "archive customers")
  if (refused) return refused
  if (status === "archived") return conflict(`${number} is Archived already.`)
  const own = hierarchies.find(({ suspendedAt }) => suspendedAt === null)
  if (own)
    return conflict(
      `${name} is the organization of customer hierarchy ${own.number}, which runs. It can be archived once that is suspended.`,
    )
  const seat = memberships.find(({ hierarchy }) => hierarchy.suspendedAt === null)
  if (!seat) return null
  return conflict(`${name} is a user of customer hierarchy ${seat.hierarchy.number}. Remove the user there first.`)
}

/** `other`: the number of a customer that has the person's email by now. */
export function refusalToReactivate({ number, status }: Judged, other: string | null, worker: CustomerWorker): Refusal | null {
  const refused = refusalByRole(worker, "customer:edit", "reactivate customers")
  if (refused) return refused
  if (status !== "archived") return conflict(`${number} is ${customerStatuses[status]}, not Archived.`)
  return other ? conflict(`Customer ${other} has this email now, and two people cannot sign in with one. Archive that one first.`) : null
}

/**
 * The invoice account of somebody with a seat follows the seat: approval sets it to the organization, and it is cleared when the member
 * leaves. By hand it is chosen only where nobody else decides it.
 */
export function refusalToChooseInvoiceAccount({ memberships, name, ...customer }: TiedCustomer, worker: CustomerWorker): Refusal | null {
  const refused = refusalToEdit(customer, worker)
  const [seat] = memberships
  if (refused || !seat) return refused
  return conflict(
    `${name} orders for ${seat.hierarchy.name} (${seat.hierarchy.number}), so the invoices go to that organization. Approval set this; it is cleared when the user is removed there.`,
  )
}
