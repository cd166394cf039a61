import { z } from "zod"
import { roleName } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { type Load, type Store, theStore } from "../mail-to-write"
import { Entrance, Layout, Words } from "./layout"
import { type WayIn, wayIn } from "./way-in"

const About = z.object({ personId: z.uuid() })

type StaffInvitedProps = { store: Store; name: string; role: string; way: WayIn }

export const load: Load<StaffInvitedProps> = async (about, { linkId }) => {
  const { personId } = About.parse(about)
  const person = await db.person.findUnique({ where: { id: personId, disabledAt: null }, select: { name: true, staffRole: true } })
  if (!person?.staffRole || !linkId) return null
  return { store: theStore(), name: person.name, role: roleName(person.staffRole), way: await wayIn(linkId) }
}

export function StaffInvited({ store, name, role, way }: StaffInvitedProps) {
  return (
    <Layout store={store} title={`You are invited to work in ${store.storeName}`} preview={`As ${role}.`}>
      <Words>Hello {name},</Words>
      <Words>
        You are invited to work in {store.storeName} as <strong>{role}</strong>.
      </Words>
      <Entrance way={way} />
    </Layout>
  )
}
