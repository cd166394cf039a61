import { z } from "zod"
import { db } from "@/lib/platform/db"
import { type Load, type Store, theStore } from "../mail-to-write"
import { Layout, Words } from "./layout"

const About = z.object({ memberId: z.uuid() })

type UserRemovedProps = { store: Store; name: string; organization: string }

export const load: Load<UserRemovedProps> = async (about) => {
  const { memberId } = About.parse(about)
  const member = await db.hierarchyMember.findUnique({
    where: { id: memberId, removedAt: { not: null } },
    select: { customer: { select: { name: true, firstName: true } }, hierarchy: { select: { name: true } } },
  })
  return member && { store: theStore(), name: member.customer.firstName ?? member.customer.name, organization: member.hierarchy.name }
}

export function UserRemoved({ store, name, organization }: UserRemovedProps) {
  return (
    <Layout store={store} title={`Your access for ${organization} has ended`} preview={`In the partner portal of ${store.storeName}.`}>
      <Words>Hello {name},</Words>
      <Words>
        You are no longer a user of {organization} in the partner portal of {store.storeName}. What you did there stays on record.
      </Words>
      <Words>If this is a mistake, an Admin of {organization} can add you again.</Words>
    </Layout>
  )
}
