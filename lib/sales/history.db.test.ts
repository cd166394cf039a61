import { expect, test } from "vitest"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { readHistory } from "@/lib/platform/history"
import { aLead, aStaff, qualify } from "@/prisma/makers"
import { editLead } from "./leads/edit-lead"

test("a record's history is read newest first, whole, by field and on from any place", async () => {
  const maja = await aStaff("seller", { name: "Maja Lindqvist" })
  const { id, version } = await aLead()
  for (let step = 0; step < 5; step++) {
    const input = { id, version: version + step, changes: { topic: `Topic ${step}`, rating: step % 2 ? "warm" : "hot" }, base: {} }
    await inTransaction(maja, (ctx) => editLead({ ...ctx, actor: maja }, input))
  }
  await qualify(maja, id)
  const all = await readHistory({ recordId: id })
  expect(all).toMatchObject({ next: null, rows: { length: 11 } })
  expect(all.rows[0]).toMatchObject({ field: "status", from: "new", to: "qualified", actorName: "Maja Lindqvist" })
  const topics = await readHistory({ recordId: id, field: "topic", take: 2 })
  expect(topics.rows.map(({ to }) => to)).toEqual(["Topic 4", "Topic 3"])
  expect((await readHistory({ recordId: id, field: "topic", take: 3, after: topics.next })).rows.map(({ to }) => to)).toEqual([
    "Topic 2",
    "Topic 1",
    "Topic 0",
  ])
  expect((await readHistory({ recordId: id, after: "nonsense" })).rows).toHaveLength(11)
})

test("history is read by its index, never by looking through the table", async () => {
  await db.$executeRaw`set enable_seqscan = off`
  const plan = await db.$queryRaw<{ "QUERY PLAN": string }[]>`
    explain select id from platform.field_change where record_id = ${"0190b0b0-0000-7000-8000-000000000000"}::uuid and field = 'topic'
    order by at desc, id desc limit 51`
  const text = plan.map((line) => line["QUERY PLAN"]).join("\n")
  expect(text).toContain("field_change_record_id_field_at_id_idx")
  expect(text).not.toContain("Sort")
})
