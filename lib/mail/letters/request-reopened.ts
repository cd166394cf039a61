import { z } from "zod"
import { db } from "@/lib/platform/db"
import { applicantValues, selectApplicant } from "../known-applicant"
import type { Load } from "../mail-to-write"

const About = z.object({ prospectId: z.uuid() })

/** Corrects a decline that was taken back. */
export const load: Load = async (about) => {
  const { prospectId } = About.parse(about)
  const prospect = await db.prospect.findUnique({ where: { id: prospectId, status: "pending" }, select: selectApplicant })
  return prospect && applicantValues(prospect)
}
