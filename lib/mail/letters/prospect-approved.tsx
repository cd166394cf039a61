import { z } from "zod"
import { type Load, type Store, theStore } from "../mail-to-write"
import { decidedRequest } from "./decided-request"
import { Entrance, Layout, Said, Words } from "./layout"
import { type WayIn, wayIn } from "./way-in"

const About = z.object({ prospectId: z.uuid() })

type ProspectApprovedProps = { store: Store; firstName: string; company: string; reference: string; note: string | null; way: WayIn }

export const load: Load<ProspectApprovedProps> = async (about, { linkId, decisionId }) => {
  const { prospectId } = About.parse(about)
  const request = await decidedRequest(prospectId, decisionId, "approved")
  if (!request || !linkId) return null
  return {
    store: theStore(),
    firstName: request.firstName,
    company: request.companyName,
    reference: request.number,
    note: request.noteToApplicant,
    way: await wayIn(linkId),
  }
}

export function ProspectApproved({ store, firstName, company, reference, note, way }: ProspectApprovedProps) {
  return (
    <Layout store={store} title="Your request is approved" preview={`${company} is now a business partner of ${store.storeName}.`}>
      <Words>Hello {firstName},</Words>
      <Words>
        Your request {reference} for {company} is approved. {company} is now a business partner of {store.storeName}, and you are its Admin.
      </Words>
      {note && <Said text={note} />}
      <Words>Everything else is in the partner portal: your organization and its users.</Words>
      <Entrance way={way} />
    </Layout>
  )
}
