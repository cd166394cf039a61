import { z } from "zod"
import { db } from "@/lib/platform/db"
import { type Load, type Store, theStore } from "../mail-to-write"
import { Layout, Words } from "./layout"

const About = z.object({ prospectId: z.uuid() })

type RequestReopenedProps = { store: Store; firstName: string; company: string; reference: string }

export const load: Load<RequestReopenedProps> = async (about) => {
  const { prospectId } = About.parse(about)
  const select = { number: true, firstName: true, companyName: true } as const
  const prospect = await db.prospect.findUnique({ where: { id: prospectId, status: "pending" }, select })
  return prospect && { store: theStore(), firstName: prospect.firstName, company: prospect.companyName, reference: prospect.number }
}

/** Corrects a decline that was taken back. */
export function RequestReopened({ store, firstName, company, reference }: RequestReopenedProps) {
  return (
    <Layout store={store} title="Your request is being read again" preview={`About your request ${reference}.`}>
      <Words>Hello {firstName},</Words>
      <Words>
        We have opened your request {reference} for {company} again. What we wrote before no longer stands.
      </Words>
      <Words>You need do nothing. You hear from us when it is decided; the private link in our first letter shows where it is.</Words>
    </Layout>
  )
}
