import { expect, test } from "vitest"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { whileHolding } from "@/lib/platform/testing-waits"
import { editLead } from "@/lib/sales/leads/edit-lead"
import { aLead, aStaff, asApplicant } from "@/prisma/makers"
import { confirmEmail } from "./confirm-email"

const confirmedOf = async (id: string) => (await db.lead.findUniqueOrThrow({ where: { id } })).emailConfirmedAt
const told = (leadId: string) => db.fact.count({ where: { name: "lead.confirmed", payload: { equals: { leadIds: [leadId] } } } })

test("an address that an applicant confirms is confirmed on the lead, but not another one that somebody wrote there", async () => {
  const maja = await aStaff("seller")
  const [same, other] = [await aLead(), await aLead()]
  const changes = { email: "buying@elsewhere.example" }
  await inTransaction(maja, (ctx) => editLead({ ...ctx, actor: maja }, { id: other.id, version: other.version, changes, base: {} }))
  for (const { prospectId } of [same, other]) await asApplicant(prospectId ?? "", confirmEmail)
  expect(await confirmedOf(same.id)).toBeInstanceOf(Date)
  expect(await confirmedOf(other.id)).toBeNull()
  expect([await told(same.id), await told(other.id)]).toEqual([1, 0])
  const { emailConfirmedAt } = await db.prospect.findUniqueOrThrow({ where: { id: other.prospectId ?? "" } })
  expect(emailConfirmedAt).toBeInstanceOf(Date)
})

test("whoever confirms takes the lead before its request, as whoever decides does", async () => {
  const lead = await aLead()
  const lock = (table: "sales.lead" | "commerce.prospect", id: string | null) => (ctx: Ctx) =>
    ctx.tx.$executeRawUnsafe(`select 1 from ${table} where id = $1::uuid for update`, id)
  await whileHolding(
    lock("sales.lead", lead.id),
    () => asApplicant(lead.prospectId ?? "", confirmEmail),
    lock("commerce.prospect", lead.prospectId),
  )
  expect(await confirmedOf(lead.id)).toBeInstanceOf(Date)
})
