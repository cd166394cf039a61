import { Link } from "react-email"
import { z } from "zod"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { timerNames } from "@/lib/sales/timers/timer-words"
import { type Load, type Store, theStore } from "../mail-to-write"
import { ActionButton, Layout, Quiet, Words } from "./layout"
import { look } from "./letter-look"

const About = z.object({ personId: z.uuid(), from: z.coerce.date(), until: z.coerce.date() })

type Escalated = { id: string; companyName: string; what: string; owner: string; href: string }
type EscalationsProps = { store: Store; name: string; leads: Escalated[]; more: number; href: string }

const shown = 25
const words = { warning: "warns", breach: "breached" } as const

export const load: Load<EscalationsProps> = async (about) => {
  const { personId, from, until } = About.parse(about)
  const where = { personId, at: { gte: from, lt: until } }
  const [person, told, all] = await Promise.all([
    db.person.findUnique({ where: { id: personId, disabledAt: null }, select: { name: true } }),
    db.escalationTold.findMany({
      where,
      orderBy: [{ at: "asc" }, { leadId: "asc" }],
      take: shown,
      select: { timer: true, kind: true, lead: { select: { id: true, companyName: true, ownerName: true } } },
    }),
    db.escalationTold.count({ where }),
  ])
  if (!person || told.length === 0) return null
  const at = (path: string) => new URL(path, env().appUrl).href
  return {
    store: theStore(),
    name: person.name,
    leads: told.map(({ timer, kind, lead: { id, companyName, ownerName } }) => ({
      id: `${id}${timer}${kind}`,
      companyName,
      what: `${timerNames[timer]} ${words[kind]}`,
      owner: ownerName ?? "Unassigned",
      href: at(`/sales/leads/${id}`),
    })),
    more: all - told.length,
    href: at("/sales/leads?view=escalated"),
  }
}

/** Tells somebody in one letter which leads were escalated to them. */
export function Escalations({ store, name, leads, more, href }: EscalationsProps) {
  const count = leads.length + more
  const title = count === 1 ? "1 lead was escalated" : `${count.toLocaleString("en")} leads were escalated`
  return (
    <Layout store={store} title={title} preview={leads.map(({ companyName }) => companyName).join(", ")}>
      <Words>Hello {name},</Words>
      {leads.map(({ id, companyName, what, owner, href }) => (
        <Words key={id}>
          <Link href={href} className="link" style={look.link}>
            {companyName}
          </Link>
          {`: ${what}. Owner: ${owner}.`}
        </Words>
      ))}
      {more > 0 && <Words>{`And ${more.toLocaleString("en")} more.`}</Words>}
      <ActionButton href={href}>Open the view Escalated</ActionButton>
      <Quiet>You get at most one such letter in a quarter of an hour, however many leads there are.</Quiet>
    </Layout>
  )
}
