import { z } from "zod"
import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import type { Load } from "../mail-to-write"

const About = z.object({ prospectId: z.uuid(), intoId: z.uuid() })

/** Tells the applicant of a request that was put together with another which number goes on. It is worth nothing once the two were taken apart. */
export const load: Load = async (about, { linkId, draft }) => {
  const { prospectId, intoId } = About.parse(about)
  const prospect = await db.prospect.findUnique({ where: { id: prospectId }, select: { number: true, status: true } })
  if (!prospect || !(draft || (linkId && prospect.status === "merged"))) return null
  const into = await db.prospect.findUnique({ where: { id: intoId }, select: { number: true } })
  const link = linkId ? linkAddress(linkId, "request_status") : new URL("/request/status", env().appUrl).href
  return into && { reference: prospect.number, ongoing: into.number, link }
}
