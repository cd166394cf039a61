import { z } from "zod"
import { applicantValues } from "../known-applicant"
import type { Load } from "../mail-to-write"
import { decidedRequest } from "./decided-request"
import { foreseenWayIn, wayIn } from "./way-in"

const About = z.object({ prospectId: z.uuid() })

/** Welcomes the applicant, and lets them in. */
export const load: Load = async (about, mail) => {
  const { prospectId } = About.parse(about)
  const { linkId, draft, language } = mail
  const request = await decidedRequest(prospectId, mail, "approved")
  if (!request || !(linkId || draft)) return null
  return {
    ...applicantValues(request),
    reason: request.decisionReason ?? "",
    note: request.noteToApplicant ?? "",
    ...(linkId ? await wayIn(linkId, language) : await foreseenWayIn(request.email, language)),
  }
}
