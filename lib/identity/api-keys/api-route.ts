import type { z } from "zod"
import { type Clock, wallClock } from "@/lib/platform/clock"
import { env } from "@/lib/platform/env"
import { hashSecret } from "@/lib/platform/ids"
import { spend, waitHere } from "@/lib/platform/limits"
import { addressKey } from "../request"
import { type ApiCaller, findCaller } from "./find-caller"
import { Problem, problemResponse } from "./problem"
import { readBody } from "./read-body"
import type { ApiScope } from "./scopes"

type Params = Record<string, string>
type Context = { params: Promise<Params> }
type Route = (request: Request, context: Context) => Promise<Response>

/** One call of the API that reads: who asks, when, for what. */
export type ApiReading = { caller: ApiCaller; now: Date; params: Params }

/** One call of the API that writes: who asks, when, under which Idempotency-Key, and the hash of what is asked. */
export type ApiCall = ApiReading & { idempotencyKey: string; fingerprint: string }

/** What a call is answered; `isReplayed` when it was answered before. */
export type ApiAnswer = { status: number; body: object; isReplayed?: boolean }

const strangers = { name: "api-stranger", points: 100, windowSeconds: 900 }

/** Whoever asks, by the bearer key; a key that opens nothing counts against the address that it came from. */
async function authenticate(request: Request, scope: ApiScope, now: Date): Promise<ApiCaller> {
  const [, key] = /^Bearer +(gw_[\w-]{43})$/i.exec(request.headers.get("authorization") ?? "") ?? []
  const caller = key ? await findCaller(key, now) : null
  if (!caller) {
    await spend(strangers, addressKey(request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown"))
    throw new Problem(
      401,
      "unauthenticated",
      "The key opens nothing",
      "Send a key that is not expired or revoked: Authorization: Bearer gw_…",
      {
        headers: { "www-authenticate": 'Bearer realm="Gangway API"' },
      },
    )
  }
  const waitMs = await waitHere({ name: "api-key", points: env().API_CALLS_PER_MINUTE, windowSeconds: 60 }, caller.keyId)
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1000)
    throw new Problem(429, "rate_limited", "Asked too often", `This key was used too often. Ask again in ${seconds} s.`, {
      headers: { "retry-after": String(seconds) },
    })
  }
  if (!caller.scopes.includes(scope))
    throw new Problem(403, "scope_missing", "The key may not do this", `The key needs the scope ${scope}.`, { more: { scope } })
  return caller
}

const keyShape = /^[\x21-\x7e]{1,255}$/

function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get("idempotency-key") ?? ""
  if (keyShape.test(key)) return key
  const detail =
    "Send an Idempotency-Key of 1 to 255 visible ASCII signs, a new one for every deed. The same key gets the same answer, whatever breaks."
  throw new Problem(400, "idempotency_key_missing", "There is no Idempotency-Key", detail)
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({ pointer: `/${path.join("/")}`, detail: message }))
  throw new Problem(400, "invalid_request", "The request is not valid", errors[0]?.detail ?? "Look at the errors.", { more: { errors } })
}

const written = ({ status, body, isReplayed }: ApiAnswer): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store", ...(isReplayed ? { "idempotency-replayed": "true" } : {}) } })

/** Every route of the API that reads is built here: key, limit, scope, then the answer; what goes wrong becomes a problem. */
export const apiReading =
  (scope: ApiScope, answer: (asked: ApiReading) => Promise<ApiAnswer>, clock: Clock = wallClock): Route =>
  async (request, context) => {
    try {
      const now = clock()
      const caller = await authenticate(request, scope, now)
      return written(await answer({ caller, now, params: await context.params }))
    } catch (error) {
      return problemResponse(error)
    }
  }

/** Every route of the API that writes: the same, and the body parsed to what the schema lets through, and the Idempotency-Key. */
export const apiWriting =
  <Schema extends z.ZodType>(
    scope: ApiScope,
    schema: Schema,
    answer: (call: ApiCall, input: z.output<Schema>) => Promise<ApiAnswer>,
    clock: Clock = wallClock,
  ): Route =>
  async (request, context) => {
    try {
      const now = clock()
      const caller = await authenticate(request, scope, now)
      const idempotencyKey = idempotencyKeyOf(request)
      const input = parse(schema, await readBody(request))
      const params = await context.params
      const fingerprint = hashSecret(`${new URL(request.url).pathname}\n${JSON.stringify(input)}`)
      return written(await answer({ caller, now, idempotencyKey, fingerprint, params }, input))
    } catch (error) {
      return problemResponse(error)
    }
  }
