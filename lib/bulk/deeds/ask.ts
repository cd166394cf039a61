import { z } from "zod"
import { storeOfProspect, storesOfProspects } from "@/lib/commerce/channels/storefront"
import { addresseeOfLead } from "@/lib/mail/messages/addressee"
import { cancelMessages } from "@/lib/mail/messages/cancel-message"
import { withAnswerLink } from "@/lib/mail/messages/placeholders"
import { refusalToLink, refusalToMessage } from "@/lib/mail/messages/rules"
import { SendMessage } from "@/lib/mail/messages/schema"
import { sendMessages } from "@/lib/mail/messages/send-message"
import type { RecordRef } from "@/lib/platform/audit"
import { AppError, type Refusal } from "@/lib/platform/errors"
import { languageName } from "@/lib/platform/language-name"
import { type Owned, refusalByOwner, type Worker } from "@/lib/sales/worker"
import type { Deed, Performed, Undone } from "../run-job"
import { sortOut } from "../sort-out"
import { lockLeads, readLeads } from "./leads"

const Typed = SendMessage.pick({ subject: true, text: true, asks: true }).extend({ template: z.string().max(80).default("") })
const Words = z.object({ subject: z.string(), text: z.string() })
/** The words for everybody, and those of the template in other languages, by language. */
const Input = Words.extend({ template: z.string(), languages: z.record(z.string(), Words), asks: z.boolean().default(false) })
type Input = z.output<typeof Input>

type Lead = Awaited<ReturnType<typeof readLeads>>[number]

const wordsFor = ({ subject, text, languages }: Input, { language }: Pick<Lead, "language">) => languages[language] ?? { subject, text }

/** Whoever made a request can be waited for; whom somebody typed in has no page to answer on. */
const asksOf = ({ prospectId, state }: Lead, { asks }: Input): boolean => asks && prospectId !== null && state === "open"

function messageFor(input: Input, lead: Lead) {
  const { subject, text } = wordsFor(input, lead)
  return asksOf(lead, input) ? { subject, text: withAnswerLink(text), asks: text } : { subject, text }
}

/** Who may write to one may write to many of those that they may work: not past the owner of a lead. */
function refusalToAsk(lead: Lead & Owned, worker: Worker, input: Input): Refusal | null {
  return (
    refusalToMessage({ email: lead.email }, worker) ??
    refusalByOwner(worker, lead, "write to the applicant") ??
    refusalToLink(wordsFor(input, lead), lead.prospectId)
  )
}

const recordOf = ({ recordId, label }: { recordId: string; label: string }): RecordRef => ({ kind: "lead", id: recordId, label })

const ask: Deed = {
  atOnce: 200,
  async prepare({ tx }, typed) {
    const { data, error } = Typed.safeParse(typed)
    if (!data) {
      const fields = Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]))
      throw new AppError("invalid", error?.issues[0]?.message ?? "Write the message first.", { fields })
    }
    const { template, subject, text, asks = false } = data
    const variants = template ? await tx.messageTemplate.findMany({ where: { name: template } }) : []
    // Whoever changed the words wants these to be read, in whatever language they are.
    const isAsItStands = variants.some((one) => one.subject.trim() === subject.trim() && one.body.trim() === text.trim())
    const languages = Object.fromEntries(
      isAsItStands ? variants.map(({ language, subject: line, body }) => [language, { subject: line, text: body }]) : [],
    )
    const input: Input = { template, subject, text, languages, asks }
    return { input, title: `Ask: ${template || subject}`.slice(0, 120) }
  },
  async check(tx, staff, run, items) {
    const input = Input.parse(run.input)
    const leads = new Map((await readLeads(tx, items)).map((lead) => [lead.id, lead]))
    return items.map(({ place, recordId }) => {
      const lead = leads.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const refused = refusalToAsk(lead, staff, input)
      if (refused) return { place, verdict: "blocked", told: refused.message }
      const language = input.languages[lead.language] ? `, in ${languageName(lead.language)}` : ""
      const waits = asksOf(lead, input) ? "; its decision waits for the answer" : ""
      return { place, verdict: "ready", told: `Mail to ${lead.email}${language}${waits}` }
    })
  },
  async perform(ctx, run, items) {
    const input = Input.parse(run.input)
    await lockLeads(ctx.tx, items)
    const leads = await readLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, leads, (lead) => refusalToAsk(lead, ctx.actor, input))
    const stores = await storesOfProspects(
      ctx.tx,
      fit.flatMap(({ row }) => row.prospectId ?? []),
    )
    const standard = await storeOfProspect(null, ctx.tx)
    const storeOf = ({ prospectId }: Lead) => stores.get(prospectId ?? "") ?? standard
    const messages = fit.map(({ row }) => ({ id: row.id, addressee: addresseeOfLead(row, storeOf(row)), ...messageFor(input, row) }))
    const sent = await sendMessages(ctx, "lead", messages)
    const done = fit.map(({ item: { place }, row: { ownerId } }, at): Performed => {
      const mailId = sent[at]?.mailId
      if (!mailId) return { place, result: "skipped", why: "Filled in, nothing is left of the message." }
      return { place, result: "done", mailId, ownerId }
    })
    return [...unfit, ...done]
  },
  async undo(ctx, _run, items) {
    const records = new Map(items.flatMap(({ mailId, ...item }) => (mailId ? [[mailId, recordOf(item)] as const] : [])))
    const canceled = await cancelMessages(ctx, records)
    return items.map(({ place, mailId }): Undone => {
      if (mailId && canceled.has(mailId)) return { place, result: "undone", why: null }
      return { place, result: "kept", why: "Its mail has left already, or was canceled before." }
    })
  },
}

export const askDeeds = { "leads.ask": ask }
