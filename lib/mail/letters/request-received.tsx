import { z } from "zod"
import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { type Load, type Store, theStore } from "../mail-to-write"
import { ActionButton, Layout, Quiet, Words } from "./layout"

const About = z.object({ prospectId: z.uuid() })

type RequestReceivedProps = { store: Store; reference: string; link: string }

export const load: Load<RequestReceivedProps> = async (about, { linkId }) => {
  const { prospectId } = About.parse(about)
  const prospect = await db.prospect.findUnique({ where: { id: prospectId }, select: { number: true } })
  return prospect && linkId ? { store: theStore(), reference: prospect.number, link: linkAddress(linkId, "request_status") } : null
}

/** Goes to an address that nobody has confirmed: it carries nothing that the stranger wrote. */
export function RequestReceived({ store, reference, link }: RequestReceivedProps) {
  return (
    <Layout store={store} title="We received your request" preview={`Its reference is ${reference}.`}>
      <Words>
        A request to become a business partner of {store.storeName} was sent with this email address. Its reference is{" "}
        <strong style={{ whiteSpace: "nowrap" }}>{reference}</strong>.
      </Words>
      <Words>On your private page, confirm this address with Confirm email, and see at any time where the request is.</Words>
      <ActionButton href={link}>Follow your request</ActionButton>
      <Quiet>Keep this letter: whoever has the link can read the request. If you sent none, you need do nothing.</Quiet>
    </Layout>
  )
}
