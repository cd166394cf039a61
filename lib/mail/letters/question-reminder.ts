import { z } from "zod"
import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { houseZone } from "@/lib/platform/house-zone"
import type { Load } from "../mail-to-write"
import { dayText } from "./day-text"

const About = z.object({ prospectId: z.uuid(), questionId: z.uuid(), until: z.iso.datetime().optional() })

/** Asks once more what was asked. It is worth nothing once it was answered, or the request is decided. */
export const load: Load = async (about, { linkId, language }) => {
  const { prospectId, questionId, until } = About.parse(about)
  const [prospect, question] = await Promise.all([
    db.prospect.findUnique({ where: { id: prospectId, status: "pending" }, select: { number: true } }),
    db.question.findUnique({ where: { id: questionId, endedAt: null }, select: { subject: true, text: true } }),
  ])
  if (!prospect || !question || !linkId) return null
  return {
    reference: prospect.number,
    ...question,
    until: dayText(until, language, await houseZone()),
    link: linkAddress(linkId, "request_status"),
  }
}
