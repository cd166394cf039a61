import { expect, test } from "vitest"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { getNumberSequence, peekNumber, type SequenceKind } from "@/lib/platform/number-sequences"
import { aProspect } from "@/prisma/makers"
import { changeNumberSequence } from "./change-number-sequence"
import { ChangeNumberSequence } from "./schema"

async function change(kind: SequenceKind, given: Partial<ChangeNumberSequence>) {
  const { prefix, digits, next, version } = await getNumberSequence(kind)
  return inTransaction(theSystem, (ctx) => changeNumberSequence(ctx, { kind, prefix, digits, next, version, ...given }))
}

test("a changed sequence gives the next record its number, and says so beforehand", async () => {
  await aProspect()
  await change("prospect", { prefix: "REQ-", digits: 4, next: 500 })
  expect(await peekNumber("prospect")).toBe("REQ-0500")
  expect((await aProspect()).number).toBe("REQ-0500")
  expect((await aProspect()).number).toBe("REQ-0501")
})

test("the next number does not go below one that was used, whatever wrote it", async () => {
  const { next } = await getNumberSequence("prospect")
  await expect(change("prospect", { next: next - 1 })).rejects.toMatchObject({ code: "invalid", fields: { next: expect.any(String) } })
  const { id } = await aProspect()
  await db.prospect.update({ where: { id }, data: { number: "OLD-000900" } })
  await expect(change("prospect", { prefix: "OLD-", next: 900 })).rejects.toMatchObject({ code: "invalid" })
  expect(await change("prospect", { prefix: "OLD-", digits: 6, next: 901 })).toMatchObject({ next: "OLD-000901" })
})

test("a change that was refused leaves the sequence where it was", async () => {
  const before = await getNumberSequence("customer")
  await expect(change("customer", { version: before.version + 1, next: 70 })).rejects.toMatchObject({ code: "conflict" })
  expect(await getNumberSequence("customer")).toEqual(before)
})

test("records that are opened while a sequence changes get numbers of their own", async () => {
  const { next } = await getNumberSequence("prospect")
  const opened = await Promise.all([aProspect(), aProspect(), change("prospect", { next: next + 100 }), aProspect(), aProspect()])
  const numbers = opened.flatMap((one) => ("number" in one ? one.number : []))
  expect(new Set(numbers).size).toBe(4)
})

test.each([
  [{ prefix: "1-" }, "prefix"],
  [{ prefix: "A%" }, "prefix"],
  [{ digits: "2" }, "digits"],
  [{ next: "0" }, "next"],
  [{ next: "1.5" }, "next"],
])("%o is refused at its field", (given, field) => {
  const judged = ChangeNumberSequence.safeParse({ kind: "prospect", prefix: "PRO-", digits: "6", next: "7", version: "1", ...given })
  expect(judged.error?.issues.map(({ path }) => path[0])).toEqual([field])
})
