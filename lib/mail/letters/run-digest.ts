import { z } from "zod"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import type { Load } from "../mail-to-write"

const About = z.object({ runId: z.uuid(), personId: z.uuid(), text: z.string() })

/** Tells an owner in one letter what a colleague did to many of their records. */
export const load: Load = async (about) => {
  const { runId, personId, text } = About.parse(about)
  const [run, person] = await Promise.all([
    db.bulkRun.findUnique({ where: { id: runId }, select: { title: true, personName: true, state: true } }),
    db.person.findUnique({ where: { id: personId, disabledAt: null }, select: { name: true } }),
  ])
  if (run?.state !== "done" || !person) return null
  const link = new URL(`/sales/runs/${runId}`, env().appUrl).href
  return { name: person.name, run: run.title, by: run.personName, text, link }
}
