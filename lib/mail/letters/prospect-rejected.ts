import { z } from "zod"
import { applicantValues } from "../known-applicant"
import type { Load } from "../mail-to-write"
import { decidedRequest } from "./decided-request"

const About = z.object({ prospectId: z.uuid() })

/** Declines, with the reason. */
export const load: Load = async (about, mail) => {
  const { prospectId } = About.parse(about)
  const request = await decidedRequest(prospectId, mail, "rejected")
  if (!request) return null
  return { ...applicantValues(request), reason: request.decisionReason ?? "", note: request.noteToApplicant ?? "" }
}
