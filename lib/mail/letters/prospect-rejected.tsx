import { z } from "zod"
import { type Load, type Store, theStore } from "../mail-to-write"
import { decidedRequest } from "./decided-request"
import { Layout, Said, Words } from "./layout"

const About = z.object({ prospectId: z.uuid() })

type ProspectRejectedProps = { store: Store; firstName: string; company: string; reference: string; reason: string; note: string | null }

export const load: Load<ProspectRejectedProps> = async (about, { decisionId }) => {
  const { prospectId } = About.parse(about)
  const request = await decidedRequest(prospectId, decisionId, "rejected")
  if (!request) return null
  return {
    store: theStore(),
    firstName: request.firstName,
    company: request.companyName,
    reference: request.number,
    reason: request.decisionReason ?? "",
    note: request.noteToApplicant,
  }
}

export function ProspectRejected({ store, firstName, company, reference, reason, note }: ProspectRejectedProps) {
  return (
    <Layout store={store} title="Your request was declined" preview={`About your request ${reference}.`}>
      <Words>Hello {firstName},</Words>
      <Words>
        Thank you for your request {reference} for {company} to become a business partner of {store.storeName}. It was declined.
      </Words>
      {reason && <Words>{reason}</Words>}
      {note && <Said text={note} />}
      <Words>If something changes on your side, you are welcome to send a new request.</Words>
    </Layout>
  )
}
