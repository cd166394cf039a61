import { z } from "zod"
import { db } from "@/lib/platform/db"
import { type Load, type Store, theStore } from "../mail-to-write"
import { Entrance, Layout, Quiet, Words } from "./layout"
import { type WayIn, wayIn } from "./way-in"

const About = z.object({ memberId: z.uuid() })

type UserAddedProps = {
  store: Store
  name: string
  organization: string
  addedBy: string | null
  way: WayIn
}

const select = {
  customer: { select: { name: true, firstName: true } },
  hierarchy: { select: { name: true } },
} as const

export const load: Load<UserAddedProps> = async (about, { linkId }) => {
  const { memberId } = About.parse(about)
  const where = { id: memberId, status: "pending" as const, removedAt: null, hierarchy: { suspendedAt: null } }
  const member = await db.hierarchyMember.findUnique({ where, select })
  if (!member || !linkId) return null
  return {
    store: theStore(),
    name: member.customer.firstName ?? member.customer.name,
    organization: member.hierarchy.name,
    addedBy: await whoInvited(memberId),
    way: await wayIn(linkId),
  }
}

async function whoInvited(memberId: string): Promise<string | null> {
  const invited = await db.auditEntry.findFirst({
    where: { recordIds: { has: memberId }, move: { in: ["member.invite", "member.enable"] } },
    orderBy: { at: "desc" },
    select: { actorName: true },
  })
  return invited?.actorName ?? null
}

export function UserAdded({ store, name, organization, addedBy, way }: UserAddedProps) {
  return (
    <Layout store={store} title={`You were added as a user of ${organization}`} preview={`In the partner portal of ${store.storeName}.`}>
      <Words>Hello {name},</Words>
      <Words>
        {addedBy ? `${addedBy} has added you` : "You were added"} as a user of {organization}, a business partner of {store.storeName}.
      </Words>
      <Entrance way={way} />
      <Quiet>If you do not know {organization}, you need do nothing.</Quiet>
    </Layout>
  )
}
