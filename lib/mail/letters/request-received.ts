import { z } from "zod"
import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"

const About = z.object({ prospectId: z.uuid() })

/** Goes to an address that nobody has confirmed: it is told nothing that the stranger wrote. */
export const load: Load = async (about, { linkId }) => {
  const { prospectId } = About.parse(about)
  const prospect = await db.prospect.findUnique({ where: { id: prospectId }, select: { number: true } })
  return prospect && linkId ? { reference: prospect.number, link: linkAddress(linkId, "request_status") } : null
}
