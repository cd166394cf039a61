import { db } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { companyDomain } from "./match-keys"

export type TwinKind = "lead" | "account" | "contact"
/** A record that may mean the same as another, with the reasons in words. */
export type Twin = { id: string; title: string; sub: string; reasons: string[] }

const atMost = 8
const line = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" · ")

/** The records of a kind that may be the same as one of them, the likeliest first. Each reason has an index. */
export const findTwins = (kind: TwinKind, id: string): Promise<Twin[]> => finders[kind](id)

const finders: Record<TwinKind, (id: string) => Promise<Twin[]>> = {
  lead: async (id) => {
    const lead = await db.lead.findUnique({ where: { id }, select: leadShown })
    if (!lead) return []
    const { nameKey, email, taxId } = lead
    const found = await Promise.all(
      [{ nameKey }, ...(email ? [{ email }] : []), ...(taxId ? [{ taxId }] : [])].map((same) =>
        db.lead.findMany({ where: { ...same, state: "open", id: { not: id } }, take: atMost, select: leadShown }),
      ),
    )
    return ranked(found.flat(), (other) => ({
      id: other.id,
      title: other.companyName,
      sub: line(fullName(other), other.email, other.prospectNumber),
      reasons: reasonsOf([
        ["Same email", email !== null && other.email === email],
        ["Same tax ID", taxId !== null && other.taxId === taxId],
        ["Same name", other.nameKey === nameKey],
      ]),
    }))
  },
  account: async (id) => {
    const account = await db.account.findUnique({ where: { id }, select: accountShown })
    if (!account) return []
    const { nameKey, taxId, domain } = account
    const found = await db.account.findMany({
      where: { id: { not: id }, OR: [{ nameKey }, ...(taxId ? [{ taxId }] : []), ...(domain ? [{ domain }] : [])] },
      take: atMost * 2,
      select: accountShown,
    })
    return ranked(found, (other) => ({
      id: other.id,
      title: other.name,
      sub: line(other.city, other.customerNumber),
      reasons: reasonsOf([
        ["Same tax ID", taxId !== null && other.taxId === taxId],
        ["Same domain", domain !== null && other.domain === domain],
        ["Same name", other.nameKey === nameKey],
      ]),
    }))
  },
  contact: async (id) => {
    const contact = await db.contact.findUnique({ where: { id }, select: contactShown })
    if (!contact) return []
    const { firstName, lastName, accountId, email } = contact
    const domain = companyDomain(null, email)
    const found = await db.contact.findMany({ where: { lastName, id: { not: id } }, take: 100, select: contactShown })
    const twins = ranked(found, (other) => ({
      id: other.id,
      title: fullName(other),
      sub: line(other.account?.name, other.email),
      reasons: reasonsOf([
        ["Same name", other.firstName === firstName],
        ["Same account", accountId !== null && other.accountId === accountId],
        ["Same domain", domain !== null && companyDomain(null, other.email) === domain],
      ]),
    }))
    return twins.filter(({ reasons }) => reasons.length > 0)
  },
}

const reasonsOf = (asked: readonly [word: string, is: boolean][]): string[] => asked.flatMap(([word, is]) => (is ? [word] : []))

function ranked<Row extends { id: string }>(rows: readonly Row[], twinOf: (row: Row) => Twin): Twin[] {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  return once
    .map(twinOf)
    .toSorted((one, other) => other.reasons.length - one.reasons.length)
    .slice(0, atMost)
}

const names = { id: true, firstName: true, lastName: true, email: true } as const
const leadShown = { ...names, companyName: true, nameKey: true, taxId: true, prospectNumber: true } as const
const accountShown = { id: true, name: true, nameKey: true, taxId: true, domain: true, city: true, customerNumber: true } as const
const contactShown = { ...names, accountId: true, account: { select: { name: true } } } as const
