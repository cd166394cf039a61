import { z } from "zod"
import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { houseZone } from "@/lib/platform/house-zone"
import type { Load } from "../mail-to-write"
import { dayText } from "./day-text"

const About = z.object({ prospectId: z.uuid(), until: z.iso.datetime().optional() })

/** Goes to an address that nobody has confirmed: it is told nothing that the stranger wrote. */
export const load: Load = async (about, { linkId, language }) => {
  const { prospectId, until } = About.parse(about)
  const where = { id: prospectId, status: "pending" as const, emailConfirmedAt: null }
  const prospect = await db.prospect.findUnique({ where, select: { number: true } })
  if (!prospect || !linkId) return null
  return { reference: prospect.number, until: dayText(until, language, await houseZone()), link: linkAddress(linkId, "request_status") }
}
