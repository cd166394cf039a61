import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { getAddressee } from "./addressee"
import { refusalToMessage } from "./rules"
import type { MessageNoun } from "./schema"
import { listTemplates } from "./templates"

/** What somebody needs to write a message about a record: to whom, from which templates, and what the placeholders stand for. */
export async function getMessageDesk(staff: Staff, about: MessageNoun, id: string) {
  const [{ email, name, language, values, prospectId, leadId }, templates] = await Promise.all([
    getAddressee(db, about, id),
    listTemplates(),
  ])
  const rank = (template: { language: string }) => (template.language === language ? 0 : template.language === "en" ? 1 : 2)
  return {
    to: { email, name, language },
    refusal: refusalToMessage({ email }, staff)?.message ?? null,
    values,
    hasLink: prospectId !== null,
    mayAsk: prospectId !== null && leadId !== null,
    linkExample: `${env().appUrl.origin}/request/status/… (their private link)`,
    holdSeconds: env().SEND_WINDOW_SECONDS,
    templates: templates.toSorted((a, b) => rank(a) - rank(b)).map(({ version: _version, ...template }) => template),
  }
}

export type MessageDesk = Awaited<ReturnType<typeof getMessageDesk>>
