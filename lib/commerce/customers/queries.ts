import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { customerSource } from "./customer-source"
import type { CustomerQuery } from "./views"

/** The customers before and after one, in the order of the list that it was opened from. */
export const customerNeighbours = (viewer: Staff, query: CustomerQuery, id: string) =>
  listNeighbours(customerSource, viewer.id, query, id, new Date())

const request = { id: true, number: true, companyName: true, status: true, submittedAt: true } as const
const requests = { select: request, orderBy: { submittedAt: "desc" }, take: 50 } as const
const other = { select: { id: true, number: true, name: true } } as const
const hierarchy = { select: { id: true, number: true, name: true, suspendedAt: true, inAllChannels: true, channels: true } } as const

/** Everything that the record page of a customer shows; null when there is none. Read once in a request. */
export const getCustomer = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  return db.customer.findUnique({
    where: { id },
    omit: { searchText: true },
    include: {
      organization: other,
      invoiceAccount: other,
      people: { select: { id: true, number: true, name: true, email: true, status: true }, orderBy: { name: "asc" }, take: 200 },
      hierarchies: hierarchy,
      memberships: {
        where: { removedAt: null },
        orderBy: { invitedAt: "asc" },
        select: { id: true, role: true, status: true, hierarchy },
      },
      addresses: {
        omit: { customerId: true, createdAt: true },
        orderBy: [{ purpose: "asc" }, { isPrimary: "desc" }, { createdAt: "asc" }],
      },
      contactInfos: { select: { id: true, kind: true, value: true, label: true }, orderBy: [{ kind: "asc" }, { createdAt: "asc" }] },
      registrations: {
        select: { id: true, type: true, country: true, number: true, isChecked: true },
        orderBy: [{ type: "asc" }, { createdAt: "asc" }],
      },
      organizationOf: requests,
      requestorOf: requests,
    },
  })
})

export type CustomerDetail = NonNullable<Awaited<ReturnType<typeof getCustomer>>>
export type CustomerAddressView = CustomerDetail["addresses"][number]
