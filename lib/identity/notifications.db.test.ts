import { expect, test } from "vitest"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { notify } from "@/lib/platform/notify"
import { aStaff } from "@/prisma/makers"
import { countUnread, listNotifications, readNotifications } from "./notifications"

const record = { kind: "lead" as const, id: newId(), label: "Contoso" }

test("told once about one thing, by others and never by oneself; read one by one or all, and only one's own", async () => {
  const [maja, tomas] = [await aStaff("seller"), await aStaff("seller")]
  const tell = (subjectId: string, personId: string, at: Date) =>
    inTransaction(maja, async (ctx) => notify(ctx, { kind: "mention", subjectId, personId, record, text: "x".repeat(400) }), at)
  await tell("a", tomas.id, new Date("2026-11-22T10:00:00Z"))
  await tell("a", tomas.id, new Date("2026-11-22T10:01:00Z"))
  await tell("b", tomas.id, new Date("2026-11-22T10:02:00Z"))
  await tell("b", maja.id, new Date("2026-11-22T10:02:00Z"))
  expect(await countUnread(maja)).toBe(0)
  expect(await countUnread(tomas)).toBe(2)
  const [newest, oldest] = await listNotifications(tomas)
  expect(newest).toMatchObject({ at: new Date("2026-11-22T10:02:00Z"), actorName: maja.name, recordLabel: "Contoso", isRead: false })
  expect(newest?.text).toHaveLength(200)
  const read = (who: typeof maja, which: string) => inTransaction(who, (ctx) => readNotifications({ ...ctx, actor: who }, { which }))
  expect(await read(maja, oldest?.id ?? "")).toEqual({ count: 0 })
  expect(await read(tomas, oldest?.id ?? "")).toEqual({ count: 1 })
  expect(await countUnread(tomas)).toBe(1)
  await read(tomas, "all")
  expect(await countUnread(tomas)).toBe(0)
})

test("a notification whose move fails is never told", async () => {
  const [maja, tomas] = [await aStaff("seller"), await aStaff("seller")]
  const move = inTransaction(maja, async (ctx) => {
    notify(ctx, { kind: "mention", subjectId: newId(), personId: tomas.id, record, text: "Hello" })
    await ctx.ledger.write(ctx.tx)
    throw new Error("too late")
  })
  await expect(move).rejects.toThrow("too late")
  expect(await countUnread(tomas)).toBe(0)
})

test("counting stops at a hundred", async () => {
  const tomas = await aStaff("seller")
  const rows = Array.from({ length: 120 }, () => ({
    id: newId(),
    key: newId(),
    personId: tomas.id,
    at: new Date(),
    actorName: "x",
    text: "x",
  }))
  await db.notification.createMany({
    data: rows.map((row) => ({ ...row, kind: "reminder", recordKind: "lead", recordId: record.id, recordLabel: "Contoso" })),
  })
  expect(await countUnread(tomas)).toBe(100)
  expect(await listNotifications(tomas)).toHaveLength(20)
})
