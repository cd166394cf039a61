import type { Actor } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { accept, aMember, aPartner, doing } from "../hierarchies/testing-partner"
import type { Asking, Authorize, Posting, Settle } from "./ask-ledger"
import { authorize, post, settle } from "./ask-ledger"
import type { SetCredit } from "./schema"
import { setCredit } from "./set-credit"

/** Lets one person decide about any limit in a test. */
export const unguard = () => db.creditThreshold.deleteMany()

/** Terms as the form hands them over: € 1,000.00, of which everything counts. */
export const terms = (organizationId: string, given: Partial<SetCredit> = {}): SetCredit => ({
  organizationId,
  currency: "EUR",
  amount: 100_000,
  type: "balance_all",
  onExceeding: "error",
  isMandatory: false,
  allowOnAccount: true,
  timeZone: "UTC",
  validFrom: null,
  validTo: null,
  reason: "As agreed",
  ...given,
})

export const give = (organizationId: string, given: Partial<SetCredit> = {}, actor?: Actor) =>
  doing((ctx) => setCredit(ctx, terms(organizationId, given)), actor)

/** A partner with an Admin, a user and credit. */
export async function aCreditor(given: Partial<SetCredit> = {}) {
  const { hierarchyId, admin } = await aPartner()
  const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { organizationId: true } })
  await give(organizationId, given)
  const memberId = await aMember(hierarchyId)
  await accept({ id: memberId })
  return { organizationId, hierarchyId, memberId, adminId: admin.id }
}

export type Creditor = Awaited<ReturnType<typeof aCreditor>>

/** The hour at which shops ask in tests: no month ends then. Terms that were set by then stand. */
export const noon = new Date("2031-03-10T12:00:00Z")

/** One call of a shop, under a key that nobody used. */
export const asking = (given: Partial<Asking> = {}): Asking => ({
  keyId: "00000000-0000-4000-8000-000000000001",
  keyName: "Shop",
  idempotencyKey: newId(),
  fingerprint: "print",
  now: noon,
  ...given,
})

const hour = 3_600_000

export const ask = ({ organizationId, memberId }: Creditor, amount: number, given: Partial<Authorize> = {}, by: Partial<Asking> = {}) => {
  const call = asking(by)
  const usual = { organizationId, memberId, amount, currency: "EUR", reference: "Order", expiresAt: new Date(call.now.getTime() + hour) }
  return authorize(call, { ...usual, ...given })
}

export const settled = (
  authorizationId: unknown,
  deed: Settle["deed"],
  amount: number | null = null,
  isLast = false,
  by: Partial<Asking> = {},
) => settle(asking(by), { authorizationId: String(authorizationId), deed, amount, isLast, reference: null })

export const posted = (
  { organizationId }: Pick<Creditor, "organizationId">,
  kind: Posting["kind"],
  amount: number,
  given: Partial<Posting> = {},
  by: Partial<Asking> = {},
) =>
  post(asking(by), {
    ...{ organizationId, authorizationId: null, kind, amount, fromPackingSlips: 0, currency: "EUR", reference: null, note: null },
    ...given,
  })
