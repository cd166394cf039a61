import { z } from "zod"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { timerNames } from "@/lib/sales/timers/timer-words"
import type { Load } from "../mail-to-write"

const About = z.object({ personId: z.uuid(), from: z.coerce.date(), until: z.coerce.date() })

const shown = 25
const words = { warning: "warns", breach: "breached" } as const

/** Tells somebody in one letter which leads were escalated to them. */
export const load: Load = async (about) => {
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
  const more = all - told.length
  const leads = told.map(({ timer, kind, lead: { id, companyName, ownerName } }) => ({
    text: companyName,
    href: at(`/sales/leads/${id}`),
    after: `: ${timerNames[timer]} ${words[kind]}. Owner: ${ownerName ?? "Unassigned"}.`,
  }))
  return {
    name: person.name,
    headline: all === 1 ? "1 lead was escalated" : `${all.toLocaleString("en")} leads were escalated`,
    leads: more > 0 ? [...leads, { text: "", href: null, after: `And ${more.toLocaleString("en")} more.` }] : leads,
    link: at("/sales/leads?view=escalated"),
  }
}
