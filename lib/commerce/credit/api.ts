import type { z } from "zod"
import type { ApiAnswer, ApiCall, ApiReading } from "@/lib/identity/api-keys/api-route"
import type { ApiCaller } from "@/lib/identity/api-keys/find-caller"
import { Problem } from "@/lib/identity/api-keys/problem"
import { isRecordId } from "@/lib/platform/record-href"
import type { AuthorizeCredit, CaptureCredit, PostCredit, ReleaseCredit } from "./api-schema"
import { type Asking, authorize, type Outcome, post, settle } from "./ask-ledger"
import { findOrganizationId, findUserId, insistOnReach, noOrganization, noUser } from "./find-ids"
import { getAuthorization, statusOf } from "./get-authorization"
import { insistOnDone } from "./problems"
import { readSpending, type Spending } from "./read-spending"
import { readStanding, type Standing } from "./read-standing"
import { isChecked } from "./rules"

const askingOf = ({ caller, idempotencyKey, fingerprint, now }: ApiCall): Asking => ({
  ...{ keyId: caller.keyId, keyName: caller.name, idempotencyKey, fingerprint, now },
})

const answerOf = (outcome: Outcome, status: number, body: object): ApiAnswer => ({ status, body, isReplayed: outcome.replayed === true })

const number = (value: Outcome[string]) => (typeof value === "number" ? value : 0)
const atLeastNothing = (value: Outcome[string]) => (typeof value === "number" ? Math.max(0, value) : null)

/** `POST /api/v1/credit/authorizations`: 201 with what is left, and a `warning` where the limit only warns. */
export async function authorizeByApi(call: ApiCall, input: z.output<typeof AuthorizeCredit>): Promise<ApiAnswer> {
  const { organization, user, amount, currency, reference, expiresInSeconds } = input
  const organizationId = await findOrganizationId(organization)
  const memberId = await findUserId(organizationId, user)
  const expiresAt = new Date(call.now.getTime() + expiresInSeconds * 1000)
  const given = insistOnDone(await authorize(askingOf(call), { organizationId, memberId, amount, currency, reference, expiresAt }))
  const { id, createdAt, creditLeft, orderLimit, monthLeft, isOver } = given
  return answerOf(given, 201, {
    ...{ id, status: "authorized", organization: given.organization, user: given.user, currency: given.currency, amount: given.amount },
    ...{ held: given.amount, captured: 0, released: 0, expired: 0, reference: given.reference, createdAt, expiresAt: given.expiresAt },
    left: { credit: atLeastNothing(creditLeft), order: orderLimit ?? null, month: atLeastNothing(monthLeft) },
    ...(isOver
      ? {
          warning: {
            code: "credit_exceeded",
            detail: "The order goes over the credit limit, which only warns.",
            over: -number(creditLeft),
          },
        }
      : {}),
  })
}

async function settleByApi(
  call: ApiCall,
  deed: "capture" | "release",
  input: { amount: number | null; reference: string | null; final?: boolean },
) {
  const { amount, reference, final: isLast = false } = input
  const authorizationId = call.params.id ?? ""
  if (!isRecordId(authorizationId)) throw noAuthorization()
  const done = insistOnDone(await settle(askingOf(call), { authorizationId, deed, amount, isLast, reference }))
  const parts = { held: number(done.held), captured: number(done.captured), released: number(done.released), expired: number(done.expired) }
  return answerOf(done, 201, {
    ...{ authorization: done.authorization, status: statusOf(parts), currency: done.currency, amount: done.amount, ...parts },
  })
}

/** `POST /api/v1/credit/authorizations/{id}/captures` */
export const captureByApi = (call: ApiCall, input: z.output<typeof CaptureCredit>) => settleByApi(call, "capture", input)

/** `POST /api/v1/credit/authorizations/{id}/releases` */
export const releaseByApi = (call: ApiCall, input: z.output<typeof ReleaseCredit>) => settleByApi(call, "release", input)

/** `POST /api/v1/credit/postings`: what was delivered, invoiced or paid. */
export async function postByApi(call: ApiCall, input: z.output<typeof PostCredit>): Promise<ApiAnswer> {
  const { organization, authorization: authorizationId, ...posted } = input
  const organizationId = await findOrganizationId(organization)
  const done = insistOnDone(await post(askingOf(call), { ...posted, organizationId, authorizationId }))
  const { entry, kind, amount, currency, held, ordered, delivered, balance } = done
  return answerOf(done, 201, { id: String(entry), kind, amount, currency, figures: { held, ordered, delivered, balance } })
}

const noAuthorization = () => new Problem(404, "authorization_not_found", "There is no such authorization", "No authorization has this id.")

/** `GET /api/v1/credit/authorizations/{id}` */
export async function getAuthorizationByApi({ caller, params: { id = "" }, now }: ApiReading): Promise<ApiAnswer> {
  const found = await getAuthorization(id, now)
  if (!found) throw noAuthorization()
  await insistOnReach(caller, found.organization, found.id)
  return { status: 200, body: found }
}

/** Where the credit of an organization stands that the key may read of. */
async function standingOf(caller: ApiCaller, named: string, now: Date): Promise<Standing> {
  const organizationId = await findOrganizationId(named)
  await insistOnReach(caller, organizationId)
  const standing = await readStanding(organizationId, now)
  if (!standing) throw noOrganization(named)
  return standing
}

/** `GET /api/v1/credit/organizations/{id or customer number}` */
export async function getOrganizationByApi({ caller, params: { organization = "" }, now }: ApiReading): Promise<ApiAnswer> {
  return { status: 200, body: standingBody(await standingOf(caller, organization, now)) }
}

/** `GET /api/v1/credit/organizations/{id or customer number}/users/{id or email}` */
export async function getUserByApi({ caller, params: { organization = "", user = "" }, now }: ApiReading): Promise<ApiAnswer> {
  const standing = await standingOf(caller, organization, now)
  const { organizationId, timeZone } = standing
  const memberId = await findUserId(organizationId, user)
  const [spending] = memberId ? await readSpending({ organizationId, timeZone, memberId }, now) : []
  if (!spending) throw noUser(user)
  return { status: 200, body: userBody(spending, standing) }
}

function standingBody({ organizationId, currency, timeZone, figures, terms, used, left }: Standing) {
  return {
    organization: organizationId,
    ...{ currency, timeZone, allowOnAccount: terms?.allowOnAccount ?? false },
    limit: terms && {
      ...{ amount: terms.amount, type: terms.type, mandatory: terms.isMandatory, checked: isChecked(terms), message: terms.onExceeding },
      validTo: terms.validTo?.toISOString() ?? null,
    },
    figures,
    used,
    left: left === null ? null : Math.max(0, left),
  }
}

const userBody = ({ memberId, email, role, status, limits, spent, monthLeft }: Spending, { organizationId, currency, left }: Standing) => ({
  ...{ user: memberId, organization: organizationId, email, role, status, currency, limits, spentThisMonth: spent },
  left: {
    credit: left === null ? null : Math.max(0, left),
    order: limits.perOrder,
    month: monthLeft === null ? null : Math.max(0, monthLeft),
  },
})
