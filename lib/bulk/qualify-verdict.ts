import { small } from "@/lib/platform/first-letter"
import type { AccountMatch, ContactMatch } from "@/lib/sales/accounts/match-lead"
import type { BulkVerdict } from "@/prisma/generated/enums"

export type Twin = {
  /** A lead further up in the same run. */
  leadId: string
  label: string
  /** By what it is the same: the person, the legal entity, or only a company of the same name. */
  by: "email" | "taxId" | "name"
}
export type ToQualify = {
  refusal: string | null
  email: string | null
  companyName: string
  personName: string
  accounts: readonly Pick<AccountMatch, "id" | "name" | "verdict" | "reasons">[]
  contacts: readonly Pick<ContactMatch, "id" | "name" | "accountId" | "accountName" | "isSameEmail">[]
  twin: Twin | null
}

/** `pick` is the account: `new`, the id of one that exists, or `lead:` with the id of a lead of the run whose account it shares. Null until somebody chooses. */
export type QualifyChoice = { pick: string | null; contactId: string | null }
export type QualifyVerdict = {
  verdict: BulkVerdict
  told: string
  found: { id: string; label: string; why: string }[]
  choice: QualifyChoice
}

const noEmail = "It has no email address, and a partner signs in by email. Add it first; whoever may edit the lead can."

/**
 * What becomes of a lead in a run that qualifies: no match makes new records, one certain match is used, everything less sure is for a
 * person to choose. Pure.
 */
export function qualifyVerdict(lead: ToQualify): QualifyVerdict {
  const { refusal, email, companyName, personName, accounts, twin } = lead
  const contact = lead.contacts.find(({ isSameEmail }) => isSameEmail) ?? null
  const contactId = contact?.id ?? null
  const blocked = (told: string): QualifyVerdict => ({ verdict: "blocked", told, found: [], choice: { pick: null, contactId } })
  if (refusal) return blocked(refusal)
  if (!email) return blocked(noEmail)
  const person = contact ? `contact ${contact.name} is used (same email)` : `contact ${personName} is created`
  const ready = (told: string, pick: string): QualifyVerdict => ({
    ...{ verdict: "ready", told: `${told}; ${person}` },
    ...{ found: [], choice: { pick, contactId } },
  })
  const own = contact?.accountId && contact.accountName ? { id: contact.accountId, label: contact.accountName } : null
  const certain = accounts.filter(({ verdict }) => verdict === "certain")
  const [sure, ...others] = certain
  if (sure && others.length === 0 && (own === null || own.id === sure.id))
    return ready(`Account ${sure.name} is used (certain: ${reasonsOf(sure)})`, sure.id)
  if (!sure && twin && twin.by !== "name")
    return ready(`Shares the account of ${twin.label} in this run (${twin.by === "email" ? "same person" : "same tax ID"})`, pickOf(twin))
  const found = [
    ...(twin ? [{ id: pickOf(twin), label: `the account of ${twin.label}`, why: "same name, in this run" }] : []),
    ...(own && !accounts.some(({ id }) => id === own.id) ? [{ ...own, why: `account of ${contact?.name}` }] : []),
    ...accounts.map((account) => ({ id: account.id, label: account.name, why: `${account.verdict}: ${reasonsOf(account)}` })),
  ].slice(0, 6)
  if (found.length === 0) return ready(`Account ${companyName} is created`, "new")
  const first = found[0]
  return {
    verdict: "choose",
    told: found.length === 1 ? `May be ${first?.label} (${first?.why}); ${person}` : `May be one of ${found.length}; ${person}`,
    found,
    choice: { pick: null, contactId },
  }
}

const pickOf = ({ leadId }: Twin) => `lead:${leadId}`

/** The two weightiest reasons: more do not help to choose. */
const reasonsOf = ({ reasons }: Pick<AccountMatch, "reasons">) =>
  reasons
    .filter((reason) => !reason.includes("differs"))
    .slice(0, 2)
    .map(small)
    .join(", ")
