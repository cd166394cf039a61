import { unstable_rethrow } from "next/navigation"
import { shown } from "@/lib/identity/action"
import { addressKey, clientAddress, insistOnOrigin } from "@/lib/identity/request"
import { type Ctx, inOneStatement } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { AppError } from "@/lib/platform/errors"
import { type Limit, spendWithin } from "@/lib/platform/limits"
import { log } from "@/lib/platform/log"
import { refusalToAccept } from "./acceptance"
import { filledForMs } from "./fill-time"
import { isProof } from "./proof"
import { requestInput } from "./request-fields"
import { asksForAddressFields, type RequestFormState, refilled } from "./request-form-state"
import { isRush } from "./rush"
import { problemsByField, SubmitRequest } from "./schema"
import { submitRequest, theApplicant } from "./submit-request"

const perIp = (): Limit => ({ name: "request-ip", points: env().FORM_PER_IP_PER_HOUR, windowSeconds: 3600 })
const perAddress = (): Limit => ({ name: "request-address", points: env().FORM_PER_ADDRESS_PER_DAY, windowSeconds: 86_400 })

const outOfDate = "This page is out of date. Reload it; what you typed stays."
const proofServesForMs = 12 * 3_600_000

/** While very many requests arrive, each is worked for first. A script does so and sends the form again; people read this only without one. */
class ProofAsked extends AppError {
  constructor() {
    const why = "Very many requests are arriving, so your browser has to do a sum before it sends yours, and needs JavaScript for that."
    super("too_many", `${why} Switch it on, or try again in an hour; what you typed stays.`)
  }
}

/** The number of a request, null for a robot, and the storefront at whose form it was sent; "" for the default's. */
type Taken = { number: string | null; at: string }

/** The door of the public form: Origin, limits, the trap for robots, one schema, one statement. Whatever goes wrong, all that was typed comes back. */
export function requestForm(received: (taken: Taken) => Promise<never>) {
  async function act(_previous: RequestFormState | null, form: FormData): Promise<RequestFormState> {
    if (asksForAddressFields(form)) return refilled(form, null)
    try {
      await insistOnOrigin()
      return await received(await accept(form))
    } catch (error) {
      unstable_rethrow(error)
      return refilled(form, shown(error), error instanceof ProofAsked)
    }
  }
  return Object.assign(act, { access: "request:submit" })
}

/** Takes the request, unless a robot sent it, which is thanked like everybody and leaves nothing. */
async function accept(form: FormData): Promise<Taken> {
  const parsed = SubmitRequest.safeParse(requestInput(form))
  const now = new Date()
  if (form.get("homepage")) return refuseRobot("honeypot")
  if (!parsed.success) {
    throw new AppError("invalid", "Some answers need your attention.", { fields: problemsByField(parsed.error) })
  }
  const request = parsed.data
  const openForMs = filledForMs(request.startedAt, now)
  if (openForMs === null) throw new AppError("invalid", outOfDate)
  const refused = refusalToAccept({ filledForMs: openForMs, honeypot: request.homepage, minimumMs: env().FORM_MINIMUM_SECONDS * 1000 })
  if (refused === "honeypot") return refuseRobot(refused)
  if (refused === "too-fast") throw new AppError("invalid", "That was very quick. Look over your answers, then press Submit request again.")
  if (await isRush(now)) {
    if (openForMs > proofServesForMs) throw new AppError("invalid", outOfDate)
    if (!isProof(request.submissionKey, request.startedAt, form.get("proof"))) throw new ProofAsked()
  }
  const ip = addressKey(await clientAddress())
  const take = async (ctx: Ctx) => {
    const taken = await submitRequest(ctx, request)
    // The same form sent again is not another attempt.
    if (taken.isNew) {
      spendWithin(ctx, perAddress(), request.email)
      spendWithin(ctx, perIp(), ip)
    }
    return { number: taken.number, at: request.at }
  }
  return inOneStatement(theApplicant(request), take, now)
}

function refuseRobot(why: string): Taken {
  log.info({ why }, "a request was not taken for a person's")
  return { number: null, at: "" }
}
