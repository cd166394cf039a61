import type { Posting } from "@/lib/commerce/credit/ask-ledger"
import { authorize, post, settle } from "@/lib/commerce/credit/ask-ledger"
import { askForCredit } from "@/lib/commerce/credit/requests/ask-for-credit"
import { setReview } from "@/lib/commerce/credit/review-credit"
import { setCredit } from "@/lib/commerce/credit/set-credit"
import { setSpending } from "@/lib/commerce/credit/set-spending"
import { moveMember } from "@/lib/commerce/hierarchies/move-member"
import type { Staff } from "@/lib/identity/actor"
import { addApiKey } from "@/lib/identity/api-keys/change-api-keys"
import { scopeNames } from "@/lib/identity/api-keys/scopes"
import { type Actor, type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"

const day = 86_400_000

type Limit = { amount: number; currency: string; timeZone: string; type: "balance_all" | "balance_packing_slip"; reason: string }

const limits: Record<string, Limit> = {
  "Hellenic Ropeworks S.A.": {
    amount: 2_500_000,
    currency: "EUR",
    timeZone: "Europe/Athens",
    type: "balance_all",
    reason: "Opening limit by the bank's reference.",
  },
  "Mediterranean Yacht Provisioning Ltd": {
    amount: 1_200_000,
    currency: "EUR",
    timeZone: "Europe/Malta",
    type: "balance_packing_slip",
    reason: "First season: one month of orders.",
  },
  "Gréements du Saint-Laurent inc.": {
    amount: 4_000_000,
    currency: "CAD",
    timeZone: "America/Toronto",
    type: "balance_all",
    reason: "As with their former supplier.",
  },
}

/** Gives the demo's partners credit, lets a shop use some of it, and leaves a raise waiting for a second person. */
export async function openCredit(henrik: Staff, now: Date): Promise<void> {
  const at = (days: number) => new Date(now.getTime() - days * day)
  const by = <Result>(days: number, work: (ctx: Ctx) => Promise<Result>) => inTransaction(henrik, work, at(days))
  const key = { name: "Harbourline web shop", scopes: [...scopeNames], channel: null, expiresOn: null }
  const { keyId, name: keyName } = await inTransaction(await theAdministrator(), (ctx) => addApiKey(ctx, key), at(15))
  for (const [name, { amount, currency, timeZone, type, reason }] of Object.entries(limits)) {
    const { organizationId } = await db.hierarchy.findFirstOrThrow({ where: { name }, select: { organizationId: true } })
    const terms = { isMandatory: false, onExceeding: "error", allowOnAccount: true, validFrom: null, validTo: null } as const
    await by(9, (ctx) => setCredit(ctx, { organizationId, amount, currency, timeZone, type, reason, ...terms }))
    await by(9, (ctx) => setReview(ctx, { organizationId, reviewOn: at(-81).toISOString().slice(0, 10) }))
    if (name === "Mediterranean Yacht Provisioning Ltd") await askForMore(organizationId, at(0.4))
    if (name !== "Hellenic Ropeworks S.A.") continue
    await order(organizationId, { keyId, keyName }, by, at)
    const raise = { organizationId, amount: 8_000_000, currency, timeZone, type, reason: "They fit out two ferries this winter." }
    await by(0.2, (ctx) => setCredit(ctx, { ...raise, ...terms }))
  }
}

/** The partner's Admin asks for a higher limit, and nobody has answered yet. */
async function askForMore(organizationId: string, at: Date): Promise<void> {
  const { hierarchyId, personId } = await db.hierarchyMember.findFirstOrThrow({
    where: { hierarchy: { organizationId }, role: "admin", removedAt: null },
  })
  const { id, name } = await db.person.findUniqueOrThrow({ where: { id: personId } })
  const wanted = { hierarchyId, amount: 3_000_000, currency: "EUR", note: "We provision two more marinas from April on." }
  await inTransaction({ kind: "partner", id, name, role: "Admin" }, (ctx) => askForCredit(ctx, wanted), at)
}

async function theAdministrator(): Promise<Actor> {
  const { id, name } = await db.person.findFirstOrThrow({ where: { staffRole: "administrator" }, orderBy: { createdAt: "asc" } })
  return { kind: "staff", id, name, role: "Administrator" }
}

type By = <Result>(days: number, work: (ctx: Ctx) => Promise<Result>) => Promise<Result>

/** Some weeks of orders of a partner's Admin: one paid, one delivered, one on its way, one too large, one at the checkout. */
async function order(organizationId: string, key: { keyId: string; keyName: string }, by: By, at: (days: number) => Date): Promise<void> {
  const member = await db.hierarchyMember.findFirstOrThrow({ where: { hierarchy: { organizationId }, role: "admin", removedAt: null } })
  const { id: memberId, hierarchyId, version } = member
  if (member.status === "pending") await by(8.5, (ctx) => moveMember(ctx, { id: memberId, version }, "active", { acceptedAt: ctx.now }))
  await by(8.4, (ctx) => setSpending(ctx, { hierarchyId, memberId, currency: "EUR", perOrder: 900_000, perMonth: 2_000_000 }))
  const asking = (days: number) => ({ ...key, idempotencyKey: newId(), fingerprint: "", now: at(days) })
  const hold = async (days: number, amount: number, reference: string) => {
    const wanted = { organizationId, memberId, amount, currency: "EUR", reference, expiresAt: at(days - 14) }
    return String((await authorize(asking(days), wanted)).id)
  }
  const tell = (days: number, kind: Posting["kind"], amount: number, reference: string, authorizationId: string | null) =>
    post(asking(days), { organizationId, authorizationId, kind, amount, fromPackingSlips: 0, currency: "EUR", reference, note: null })
  const capture = (days: number, authorizationId: string) =>
    settle(asking(days), { authorizationId, deed: "capture", amount: null, isLast: true, reference: null })
  const paid = await hold(8, 412_350, "Order 10418")
  await capture(8, paid)
  await tell(7, "packing_slip", 412_350, "Slip 7702", paid)
  await tell(7, "invoice", 412_350, "Invoice 3311", paid)
  const delivered = await hold(5, 268_900, "Order 10433")
  await capture(5, delivered)
  await tell(3, "packing_slip", 268_900, "Slip 7719", delivered)
  const ordered = await hold(2, 334_075, "Order 10451")
  await capture(2, ordered)
  await tell(1, "payment", 200_000, "Bank 5521", null)
  await hold(0.3, 1_240_000, "Order 10464")
  await hold(0.1, 187_540, "Order 10466")
}
