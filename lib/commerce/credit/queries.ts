import { cache } from "react"
import { db } from "@/lib/platform/db"
import { readCurrencyUse } from "./change-currency"
import { type AuthorizationRow, listAuthorizations, mostListed } from "./list-authorizations"
import { refusalTitle } from "./problems"
import { readSpending, type Spending } from "./read-spending"
import { readStanding, type Standing } from "./read-standing"
import { type CreditEntryKind, type CreditTermsState, refusalToChangeCurrency, type Terms } from "./rules"

/** Terms in the history of an organization: what, for when, by whom and why. */
export type TermsRow = Terms & {
  id: string
  currency: string
  validFrom: Date
  validTo: Date | null
  reason: string
  state: CreditTermsState
  standsSince: Date | null
  askedById: string | null
  askedByName: string
  askedAt: Date
  answeredByName: string | null
  answeredAt: Date | null
  answer: string | null
}

export type CreditSummary = {
  organizationId: string
  standing: Standing | null
  /** The change that waits for a second person. */
  waiting: TermsRow | null
  reviewOn: Date | null
  /** Why the currency stays as it is; null where another can be chosen. */
  currencyStays: string | null
  /** What the partner asks for, as long as nobody has answered. */
  asked: { amount: number; currency: string } | null
}

const mostTerms = 100

async function listTerms(creditId: string): Promise<TermsRow[]> {
  const rows = await db.creditTerms.findMany({ where: { creditId }, orderBy: [{ askedAt: "desc" }, { id: "desc" }], take: mostTerms })
  return rows.map(({ amount, creditId: _, answeredById: _by, ...row }) => ({ ...row, amount: Number(amount) }))
}

/** An organization's credit as its records show it. Read once in a request. */
export const getCreditSummary = cache(async (organizationId: string): Promise<CreditSummary> => {
  const standing = await readStanding(organizationId, new Date())
  if (!standing) return { organizationId, standing, waiting: null, reviewOn: null, currencyStays: null, asked: null }
  const [account, waiting, request, use] = await Promise.all([
    db.creditAccount.findUniqueOrThrow({ where: { organizationId }, select: { reviewOn: true } }),
    db.creditTerms.findFirst({ where: { creditId: standing.creditId, state: "waiting" } }),
    db.creditRequest.findFirst({ where: { creditId: standing.creditId, state: "asked" }, select: { amount: true, currency: true } }),
    readCurrencyUse({ id: standing.creditId, currency: standing.currency }),
  ])
  return {
    organizationId,
    standing,
    waiting: waiting && { ...waiting, amount: Number(waiting.amount) },
    reviewOn: account.reviewOn,
    currencyStays: refusalToChangeCurrency(use)?.message ?? null,
    asked: request && { ...request, amount: Number(request.amount) },
  }
})

/** How many changes of credit wait for a second person. */
export const countWaitingTerms = () => db.creditTerms.count({ where: { state: "waiting" } })

export type EntryRow = {
  id: string
  kind: CreditEntryKind
  amount: number
  reference: string | null
  note: string | null
  byName: string
  at: Date
  memberId: string | null
}

/** The newest lines of an organization's ledger. */
async function listEntries(creditId: string): Promise<EntryRow[]> {
  const rows = await db.creditEntry.findMany({
    where: { creditId },
    orderBy: { seq: "desc" },
    take: mostListed,
    select: { seq: true, kind: true, amount: true, reference: true, note: true, byName: true, at: true, memberId: true },
  })
  return rows.map(({ seq, amount, ...row }) => ({ ...row, id: String(seq), amount: Number(amount) }))
}

/** An order that got no credit. */
export type RefusalRow = {
  id: string
  why: string
  memberId: string
  amount: number
  currency: string
  reference: string
  byName: string
  at: Date
}

async function listRefusals(creditId: string): Promise<RefusalRow[]> {
  const rows = await db.creditRefusal.findMany({
    where: { creditId },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: mostListed,
    select: { seq: true, code: true, memberId: true, amount: true, currency: true, reference: true, byName: true, at: true },
  })
  return rows.map(({ seq, amount, code, ...row }) => ({ ...row, id: String(seq), amount: Number(amount), why: refusalTitle(code) }))
}

export type CreditDetail = CreditSummary & {
  terms: TermsRow[]
  users: Spending[]
  authorizations: AuthorizationRow[]
  refusals: RefusalRow[]
  entries: EntryRow[]
}

/** Everything that the credit page of an organization shows. */
export async function getCreditDetail(organizationId: string, now: Date): Promise<CreditDetail> {
  const summary = await getCreditSummary(organizationId)
  const { standing } = summary
  if (!standing) return { ...summary, terms: [], users: [], authorizations: [], refusals: [], entries: [] }
  const { creditId, timeZone } = standing
  const [terms, users, authorizations, refusals, entries] = await Promise.all([
    listTerms(creditId),
    readSpending({ organizationId, timeZone }, now),
    listAuthorizations({ creditId }, now),
    listRefusals(creditId),
    listEntries(creditId),
  ])
  return { ...summary, terms, users, authorizations, refusals, entries }
}
