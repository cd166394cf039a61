import { expect, test } from "vitest"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aProspect, aStaff } from "@/prisma/makers"
import { retryMail } from "./retry-mail"

const now = new Date("2026-11-14T10:00:00Z")

async function aMail(state: "failed" | "sent" | "waiting" | "sending" | "canceled") {
  const prospect = await aProspect({}, new Date("2026-11-13T10:00:00Z"))
  const mail = await db.mail.findFirstOrThrow({ where: { recordIds: { has: prospect.id } } })
  await db.mail.update({ where: { id: mail.id }, data: { state, attempts: 12 } })
  return { prospect, mailId: mail.id }
}

const retry = async (mailId: string) => inTransaction(await aStaff("sales_manager"), (ctx) => retryMail(ctx, { mailId }), now)

test("a failed mail waits again, due now, with one audit row on its records", async () => {
  const { prospect, mailId } = await aMail("failed")
  await retry(mailId)
  expect(await db.mail.findUnique({ where: { id: mailId } })).toMatchObject({ state: "waiting", sendAfter: now, attempts: 0 })
  const rows = await db.auditEntry.findMany({ where: { recordIds: { has: prospect.id }, move: "mail.retry" } })
  expect(rows).toMatchObject([{ recordKind: "prospect", recordLabel: prospect.number, from: "failed", to: "waiting" }])
})

test("two who retry at once send it once", async () => {
  const { mailId } = await aMail("failed")
  const [one, two] = await Promise.allSettled([retry(mailId), retry(mailId)])
  expect([one.status, two.status].sort()).toEqual(["fulfilled", "rejected"])
  expect(await db.auditEntry.count({ where: { move: "mail.retry", at: now, recordIds: { has: await recordOf(mailId) } } })).toBe(1)
})

const recordOf = async (mailId: string) => (await db.mail.findUniqueOrThrow({ where: { id: mailId } })).recordIds[0] ?? ""

test.each(["sent", "waiting", "sending", "canceled"] as const)("a mail that is %s is not sent again", async (state) => {
  const { mailId } = await aMail(state)
  await expect(retry(mailId)).rejects.toThrow("Only a Failed one can be sent again.")
})

test("an unknown mail is not found", async () => {
  await expect(retry(newId())).rejects.toThrow("There is no such mail.")
})
