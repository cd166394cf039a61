import { type Expiry, expiryOf, type JudgedStale } from "@/lib/commerce/prospects/expiry"
import type { RequestSettings } from "@/lib/commerce/request-settings/queries"
import type { Tx } from "@/lib/platform/db"
import { listOpenQuestions, type OpenQuestion } from "@/lib/sales/questions/open-questions"

type Request = Omit<JudgedStale, "asked"> & { id: string }
type Read = Request & { asked: OpenQuestion[]; expiry: Expiry | null }

/** When some requests expire at an hour, and what they wait for. Sales tells which questions are open; Commerce judges. */
export async function readExpiries(tx: Tx, requests: readonly Request[], settings: RequestSettings, now: Date): Promise<Read[]> {
  const may = requests.filter(
    ({ status, opportunityId, expiredAt }) => status === "pending" && opportunityId === null && expiredAt === null,
  )
  const open =
    settings.askExpireAfterDays === null
      ? []
      : await listOpenQuestions(
          tx,
          may.map(({ id }) => id),
        )
  return requests.map((request) => {
    const asked = open.filter(({ prospectId }) => prospectId === request.id)
    return { ...request, asked, expiry: expiryOf({ ...request, asked }, settings, now) }
  })
}
