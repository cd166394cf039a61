import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { accountSource } from "./account-source"
import type { AccountQuery } from "./views"

/** The accounts before and after one. */
export const accountNeighbours = (viewer: Staff, query: AccountQuery, id: string) =>
  listNeighbours(accountSource, viewer.id, query, id, new Date())

const relatedAtMost = 50

/** Everything that the record page of an account shows; null when there is none. Read once in a request. */
export const getAccount = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  return db.account.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      name: true,
      website: true,
      taxId: true,
      email: true,
      phone: true,
      country: true,
      street: true,
      street2: true,
      city: true,
      stateProvince: true,
      postalCode: true,
      ownerId: true,
      ownerName: true,
      customerId: true,
      customerNumber: true,
      createdAt: true,
      originatingLead: { select: { id: true, companyName: true } },
      contacts: { take: relatedAtMost, orderBy: { lastName: "asc" }, select: { id: true, firstName: true, lastName: true, email: true } },
      opportunities: { take: relatedAtMost, orderBy: { createdAt: "desc" }, select: { id: true, topic: true, statusReason: true } },
      leads: {
        take: relatedAtMost,
        orderBy: { createdAt: "desc" },
        select: { id: true, companyName: true, statusReason: true, prospectNumber: true },
      },
    },
  })
})

export type AccountDetail = NonNullable<Awaited<ReturnType<typeof getAccount>>>
