import { z } from "zod"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { type Load, type Store, theStore } from "../mail-to-write"
import { ActionButton, Layout, Quiet, Words } from "./layout"

const About = z.object({ runId: z.uuid(), personId: z.uuid(), text: z.string() })

type RunDigestProps = { store: Store; name: string; title: string; by: string; text: string; href: string }

export const load: Load<RunDigestProps> = async (about) => {
  const { runId, personId, text } = About.parse(about)
  const [run, person] = await Promise.all([
    db.bulkRun.findUnique({ where: { id: runId }, select: { title: true, personName: true, state: true } }),
    db.person.findUnique({ where: { id: personId, disabledAt: null }, select: { name: true } }),
  ])
  if (run?.state !== "done" || !person) return null
  const href = new URL(`/sales/runs/${runId}`, env().appUrl).href
  return { store: theStore(), name: person.name, title: run.title, by: run.personName, text, href }
}

/** Tells an owner in one letter what a colleague did to many of their records. */
export function RunDigest({ store, name, title, by, text, href }: RunDigestProps) {
  return (
    <Layout store={store} title={title} preview={text}>
      <Words>Hello {name},</Words>
      <Words>
        {by} changed many records at once: {title}. {text}
      </Words>
      <ActionButton href={href}>See each of them</ActionButton>
      <Quiet>You get one letter for each run that changes records of yours, however many they are.</Quiet>
    </Layout>
  )
}
