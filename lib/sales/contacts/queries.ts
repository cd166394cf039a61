import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { contactSource } from "./contact-source"
import type { ContactQuery } from "./views"

/** The contacts before and after one. */
export const contactNeighbours = (viewer: Staff, query: ContactQuery, id: string) =>
  listNeighbours(contactSource, viewer.id, query, id, new Date())

const relatedAtMost = 50

/** Everything that the record page of a contact shows; null when there is none. Read once in a request. */
export const getContact = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  return db.contact.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      firstName: true,
      lastName: true,
      jobTitle: true,
      email: true,
      phone: true,
      language: true,
      ownerId: true,
      ownerName: true,
      customerId: true,
      customerNumber: true,
      createdAt: true,
      originatingLead: { select: { id: true, companyName: true } },
      account: {
        select: {
          id: true,
          name: true,
          website: true,
          taxId: true,
          country: true,
          street: true,
          street2: true,
          city: true,
          stateProvince: true,
          postalCode: true,
          customerId: true,
          customerNumber: true,
        },
      },
      opportunities: { take: relatedAtMost, orderBy: { createdAt: "desc" }, select: { id: true, topic: true, statusReason: true } },
      leads: {
        take: relatedAtMost,
        orderBy: { createdAt: "desc" },
        select: { id: true, companyName: true, statusReason: true, prospectNumber: true },
      },
    },
  })
})

export type ContactDetail = NonNullable<Awaited<ReturnType<typeof getContact>>>
