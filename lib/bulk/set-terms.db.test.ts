import { beforeAll, expect, test } from "vitest"
import { archiveCustomer } from "@/lib/commerce/customers/archive-customer"
import { NewCustomer } from "@/lib/commerce/customers/schema"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { createCustomer } from "@/lib/sync/create-customer"
import { editCustomer } from "@/lib/sync/edit-customer"
import { aStaff } from "@/prisma/makers"
import { begin, drain, getItems, getRun, start, takeBack } from "./testing-runs"

let henrik: Staff

beforeAll(async () => {
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
})

const make = (given: object = {}) =>
  inTransaction(henrik, (ctx) =>
    createCustomer({ ...ctx, actor: henrik }, NewCustomer.parse({ type: "organization", name: "Hafen", ...given })),
  )
const termsOf = async (ids: readonly string[]) =>
  (await db.customer.findMany({ where: { id: { in: [...ids] } }, orderBy: { number: "asc" } })).map(({ paymentTerms }) => paymentTerms)

test("many customers are given payment terms: looked at first, done, told one by one, and taken back but for what was changed since", async () => {
  const customers = [await make(), await make({ paymentTerms: "N14" }), await make({ paymentTerms: "N30" }), await make()]
  const ids = customers.map(({ id }) => id)
  const [first, , , archived] = ids
  await inTransaction(henrik, (ctx) => archiveCustomer({ ...ctx, actor: henrik }, { customerId: archived ?? "", reason: "Closed" }))
  const run = await begin(henrik, "set_terms", ids, { list: "customers", input: { field: "paymentTerms", code: "N30" } })
  await drain()
  expect((await getItems(run)).map(({ verdict, told }) => [verdict, told])).toEqual([
    ["ready", "None → N30"],
    ["ready", "N14 → N30"],
    ["blocked", "N30 stands there already."],
    ["blocked", expect.stringContaining("is Archived")],
  ])
  expect(await termsOf(ids)).toEqual([null, "N14", "N30", null])
  await start(henrik, run)
  await drain()
  expect(await getRun(run)).toMatchObject({ state: "done", done: 2, title: "Payment terms: N30, Net 30 days" })
  expect(await termsOf(ids)).toEqual(["N30", "N30", "N30", null])
  expect(await db.fieldChange.count({ where: { recordId: first, field: "paymentTerms", to: "N30" } })).toBe(1)
  const { version } = await db.customer.findUniqueOrThrow({ where: { id: first } })
  await inTransaction(henrik, (ctx) =>
    editCustomer({ ...ctx, actor: henrik }, { id: first ?? "", version, changes: { note: "Agreed by phone" }, base: {} }),
  )
  await takeBack(henrik, run)
  await drain()
  expect(await termsOf(ids)).toEqual(["N30", "N14", "N30", null])
  expect((await getItems(run)).map(({ why }) => why).filter(Boolean)).toContainEqual(expect.stringContaining("Changed since. Henrik Aalto"))
})

test("a code that nobody can choose, or a field that is none, is refused before anything is looked at", async () => {
  const { id } = await make()
  const asked = (input: object) => begin(henrik, "set_terms", [id], { list: "customers", input })
  await expect(asked({ field: "paymentTerms", code: "NEVER" })).rejects.toMatchObject({ fields: { code: expect.any(String) } })
  await expect(asked({ field: "paymentTerms" })).rejects.toMatchObject({ fields: { code: expect.any(String) } })
  await expect(asked({ field: "name", code: "N30" })).rejects.toMatchObject({ fields: { field: expect.any(String) } })
})
