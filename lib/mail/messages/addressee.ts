import { type Store, storeOfProspect } from "@/lib/commerce/channels/storefront"
import { cleanLine } from "@/lib/platform/clean-text"
import type { Tx } from "@/lib/platform/db"
import { notFound } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import type { PlaceholderValues } from "./placeholders"
import type { MessageNoun } from "./schema"

/** Whom a message about a record goes to, what its placeholders stand for, and on which records it is listed. */
export type Addressee = {
  email: string | null
  name: string
  language: string
  label: string
  values: PlaceholderValues
  prospectId: string | null
  /** The lead whose decision an answer is waited for; null where there is none. */
  leadId: string | null
  recordIds: string[]
}

const person = { firstName: true, lastName: true, email: true, language: true } as const

type Known = { firstName: string; lastName: string; email: string | null; language: string }
type Around = { store: Store; company: string; zipcode: string | null; comments: string | null; reference: string | null }

function valuesOf(who: Known, around: Around): PlaceholderValues {
  const { company, zipcode, comments, reference, store } = around
  return {
    firstname: cleanLine(who.firstName),
    lastname: cleanLine(who.lastName),
    company: cleanLine(company),
    email: who.email ?? "",
    zipcode: zipcode ?? "",
    comments: comments ?? "",
    storename: store.storeName,
    storeurl: store.storeUrl,
    reference: reference ?? "",
  }
}

const whole = (who: Known) => ({ email: who.email, name: cleanLine(fullName(who)), language: who.language })

const ofOneLead = {
  ...person,
  id: true,
  companyName: true,
  postalCode: true,
  comments: true,
  prospectId: true,
  prospectNumber: true,
} as const
type AddressedLead = Known & {
  id: string
  companyName: string
  postalCode: string | null
  comments: string | null
  prospectId: string | null
  prospectNumber: string | null
}

async function ofLead(tx: Tx, id: string): Promise<Addressee> {
  const lead = await tx.lead.findUnique({ where: { id }, select: ofOneLead })
  if (!lead) throw notFound("lead")
  return addresseeOfLead(lead, await storeOfProspect(lead.prospectId, tx))
}

/** Whom a message about a lead that was read goes to, from the store at which it was asked. */
export function addresseeOfLead(lead: AddressedLead, store: Store): Addressee {
  const around = { store, company: lead.companyName, zipcode: lead.postalCode, comments: lead.comments, reference: lead.prospectNumber }
  const { prospectId } = lead
  return {
    ...whole(lead),
    label: lead.companyName,
    values: valuesOf(lead, around),
    prospectId,
    leadId: lead.id,
    recordIds: [lead.id, ...(prospectId ? [prospectId] : [])],
  }
}

/** A message about an opportunity is listed on its lead too: should the qualification be undone, it stays where it can be read. */
async function ofOpportunity(tx: Tx, id: string): Promise<Addressee> {
  const select = {
    topic: true,
    prospectId: true,
    prospectNumber: true,
    originatingLeadId: true,
    contact: { select: person },
    account: { select: { name: true, postalCode: true } },
    originatingLead: { select: { comments: true } },
  } as const
  const found = await tx.opportunity.findUnique({ where: { id }, select })
  if (!found) throw notFound("opportunity")
  const { contact, account, originatingLead, prospectId, originatingLeadId } = found
  const comments = originatingLead?.comments ?? null
  const store = await storeOfProspect(prospectId, tx)
  const around = { store, company: account.name, zipcode: account.postalCode, comments, reference: found.prospectNumber }
  const recordIds = [id, ...[originatingLeadId, prospectId].flatMap((one) => one ?? [])]
  return { ...whole(contact), label: found.topic, values: valuesOf(contact, around), prospectId, leadId: originatingLeadId, recordIds }
}

async function ofContact(tx: Tx, id: string): Promise<Addressee> {
  const origin = { select: { prospectId: true } } as const
  const account = { select: { name: true, postalCode: true, originatingLead: origin } } as const
  const contact = await tx.contact.findUnique({ where: { id }, select: { ...person, originatingLead: origin, account } })
  if (!contact) throw notFound("contact")
  const store = await storeOfProspect((contact.originatingLead ?? contact.account?.originatingLead)?.prospectId ?? null, tx)
  const around = {
    store,
    company: contact.account?.name ?? "",
    zipcode: contact.account?.postalCode ?? null,
    comments: null,
    reference: null,
  }
  return { ...whole(contact), label: fullName(contact), values: valuesOf(contact, around), prospectId: null, leadId: null, recordIds: [id] }
}

const readers = { lead: ofLead, opportunity: ofOpportunity, contact: ofContact }

export const getAddressee = (tx: Tx, about: MessageNoun, id: string): Promise<Addressee> => readers[about](tx, id)
