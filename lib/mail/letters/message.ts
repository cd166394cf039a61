import { z } from "zod"
import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"

const About = z.object({ activityId: z.uuid() })

/** What a person of ours wrote, in plain words: paragraphs, lines and at most the applicant's own link. */
export const load: Load = async (about, { linkId }) => {
  const { activityId } = About.parse(about)
  const select = { subject: true, text: true, actorName: true } as const
  const message = await db.activity.findUnique({ where: { id: activityId, kind: "email" }, select })
  if (!message) return null
  const link = linkId ? linkAddress(linkId, "request_status") : ""
  return { writer: message.actorName, subject: message.subject ?? "", text: message.text.replaceAll("%link%", link), link }
}
