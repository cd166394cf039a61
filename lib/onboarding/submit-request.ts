import { openProspect } from "@/lib/commerce/prospects/open-prospect"
import { makeLink } from "@/lib/identity/links"
import { postLetter } from "@/lib/mail/post-letter"
import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Actor, Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { hashSecret, newId } from "@/lib/platform/ids"
import { takeNumber } from "@/lib/platform/number-sequences"
import { fullName } from "@/lib/platform/party"
import { statement } from "@/lib/platform/statement"
import { dayMs } from "@/lib/platform/zone"
import { newestMappingSql, readMapping, type StoredMapping } from "@/lib/sync/conversion/stored-mapping"
import { mirrorProspect } from "@/lib/sync/mirror-prospect"
import type { SubmitRequest } from "./schema"
import { termsVersion } from "./terms"

/** How long the private status link opens, in days. */
const statusLinkDays = 400

/** The applicant as the one who acts; a stranger until the address is confirmed. */
export const theApplicant = (applicant: { firstName: string; lastName: string }): Actor => ({
  kind: "applicant",
  id: null,
  name: fullName(applicant),
  role: "Applicant",
})

type Asked = {
  number: string | null
  fingerprint: string | null
  mirrors: boolean
  mapping: StoredMapping | null
  channel: string
  channelName: string
  languages: string[]
  defaultLanguage: string
}

/**
 * What is known before a request is written: the storefront whose form it is, what its submission key sent before, else the number that it gets, unless
 * numbers are continuous and taken later; which maps run, and how fields are mapped. No row where no storefront takes requests at that address.
 */
const asked = statement<Asked>(`
  select coalesce(known.number, platform.next_loose_number('prospect')) as number, known.fingerprint,
    exists (select 1 from platform.table_map where key = 'prospects_leads' and state = 'running') as mirrors, ${newestMappingSql} as mapping,
    store.code as channel, store.name as "channelName", store.languages, store.default_language as "defaultLanguage"
  from (select $1::uuid as submission_key) as sent
  join commerce.channel as store on case when $2 = '' then store.is_default else store.form_slug = $2 and store.archived_at is null end
  left join commerce.prospect as known using (submission_key)`)

/**
 * Takes a request in: the prospect, its lead where that map runs, the private status link and the receipt letter, all or nothing.
 * The same submission key again answers with the same number, whether it comes later or at once. It writes nothing but its ledger, and so needs
 * a transaction only where the numbers of prospects are continuous.
 */
export async function submitRequest(ctx: Ctx, sent: SubmitRequest): Promise<{ number: string; isNew: boolean }> {
  const { submissionKey, at, startedAt: _startedAt, homepage: _homepage, agree: _agree, language: typedLanguage, ...typed } = sent
  const [standing] = await asked(ctx.tx, [submissionKey, at])
  if (!standing)
    throw new AppError("invalid", "This form is closed: the store takes no more requests here. What you typed stays on this page.")
  const { channel, channelName, languages, defaultLanguage } = standing
  const request = { ...typed, language: languages.includes(typedLanguage) ? typedLanguage : defaultLanguage }
  const fingerprint = hashSecret(JSON.stringify([channel, request]))
  if (standing.number && standing.fingerprint === fingerprint) return { number: standing.number, isNew: false }
  if (standing.fingerprint !== null) {
    throw new AppError(
      "conflict",
      `This form was sent already, with other answers, as ${standing.number}. Open the form anew to send another request.`,
    )
  }
  const number = standing.number ?? (await takeNumber(ctx.tx, "prospect"))
  const prospectId = newId()
  const leadId = standing.mirrors ? newId() : null
  openProspect(ctx, { ...request, id: prospectId, number, channel, leadId, submissionKey, consentVersion: termsVersion, fingerprint })
  if (leadId) mirrorProspect(ctx, { id: prospectId, number, leadId, channel, channelName, ...request }, readMapping(standing.mapping))
  announce(ctx, "prospect.arrived", { prospectIds: [prospectId] })
  const expiresAt = new Date(ctx.now.getTime() + statusLinkDays * dayMs)
  const recordIds = leadId ? [prospectId, leadId] : [prospectId]
  postLetter(ctx, {
    letter: "request-received",
    subjectId: prospectId,
    to: { address: request.email, name: "" },
    words: { reference: number },
    about: { prospectId },
    linkId: makeLink(ctx, { purpose: "request_status", subjectId: prospectId, expiresAt }),
    recordIds,
    language: request.language,
  })
  auditMove(ctx, { move: "request.submit", record: { kind: "prospect", id: prospectId, label: number }, to: "pending", touched: recordIds })
  return { number, isNew: true }
}
