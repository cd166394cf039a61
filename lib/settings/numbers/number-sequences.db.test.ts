import { expect, test } from "vitest"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { getNumberSequence, peekNumber } from "@/lib/platform/number-sequences"
import { aProspect } from "@/prisma/makers"
import { changeNumberSequence } from "./change-number-sequence"
import { checkNumbers } from "./check-numbers"
import { ChangeNumberSequence } from "./schema"

const sequenceOf = async (kind: string) => {
  const sequence = await getNumberSequence(kind)
  if (!sequence) throw new Error(`there is no sequence ${kind}`)
  return sequence
}

async function change(kind: string, given: Partial<ChangeNumberSequence>) {
  const { format, digits, next, version, isContinuous } = await sequenceOf(kind)
  const wanted = { kind, format, digits, next, version, isContinuous, shown: undefined, ...given }
  return inTransaction(theSystem, (ctx) => changeNumberSequence(ctx, wanted))
}

test("a changed sequence gives the next record its number, says so beforehand, and keeps the versions", async () => {
  await aProspect()
  const { next } = await sequenceOf("prospect")
  await change("prospect", { format: "REQ-{number}", digits: 4, next: 500 })
  expect(await peekNumber("prospect")).toBe("REQ-0500")
  expect((await aProspect()).number).toBe("REQ-0500")
  expect((await aProspect()).number).toBe("REQ-0501")
  const versions = await db.numberSequenceVersion.findMany({ where: { kind: "prospect" }, orderBy: { number: "asc" } })
  expect(versions.map(({ format, next: from, reached }) => [format, Number(from), Number(reached)])).toEqual([
    ["PRO-{number}", 1, 1],
    ["REQ-{number}", 500, next],
  ])
  await expect(db.$executeRaw`delete from platform.number_sequence_version`).rejects.toThrow(/never changed/)
})

test("year, month and check digit are written by the database as by the preview", async () => {
  await change("prospect", { format: "Y{year}/{month}-{number}{check}", digits: 5, next: 42 })
  const foreseen = await peekNumber("prospect")
  expect(foreseen).toMatch(/^Y\d{4}\/\d\d-000422$/)
  expect((await aProspect()).number).toBe(foreseen)
})

test("the next number does not go below one that was given, and a clash is named with its record", async () => {
  await change("prospect", { format: "AGAIN-{number}", next: 10 })
  await aProspect()
  await expect(change("prospect", { next: 10 })).rejects.toMatchObject({
    code: "invalid",
    fields: { next: expect.stringContaining("AGAIN-") },
  })
  const { id, companyName } = await aProspect()
  await db.prospect.update({ where: { id }, data: { number: "OLD-000900" } })
  const clash = `OLD-000900 exists already: ${companyName}. The next number is 901 or more.`
  for (const next of [1, 900]) {
    await expect(change("prospect", { format: "OLD-{number}", digits: 6, next })).rejects.toMatchObject({ fields: { next: clash } })
  }
  expect(await change("prospect", { format: "OLD-{number}", digits: 6, next: 901 })).toMatchObject({ next: "OLD-000901" })
  expect(await change("prospect", { format: "AGAIN-{number}", next: 12 })).toMatchObject({ next: "AGAIN-000012" })
  await expect(change("prospect", { format: "OLD-{number}", next: 900 })).rejects.toMatchObject({ code: "invalid" })
})

test("numbers of a year that is over are in nobody's way", async () => {
  const { id } = await aProspect()
  await db.prospect.update({ where: { id }, data: { number: "Z2019-0007" } })
  expect(await change("prospect", { format: "Z{year}-{number}", digits: 4, next: 1 })).toMatchObject({
    next: expect.stringMatching(/-0001$/),
  })
})

test("a change that was refused leaves the sequence where it was", async () => {
  const before = await sequenceOf("customer")
  await expect(change("customer", { version: before.version + 1, next: 70 })).rejects.toMatchObject({ code: "conflict" })
  expect(await sequenceOf("customer")).toEqual(before)
})

test("whoever changes only the look goes on where the count has come to meanwhile", async () => {
  await change("prospect", { format: "LOOK-{number}", next: 5 })
  const { next: shown } = await sequenceOf("prospect")
  await aProspect()
  expect(await change("prospect", { digits: 8, next: shown, shown })).toMatchObject({ next: "LOOK-00000006" })
})

test("the next number that a record bears already is told by the house's check", async () => {
  await change("prospect", { format: "CHK-{number}", digits: 4, next: 1 })
  expect((await checkNumbers()).found).toBe(0)
  const { id } = await aProspect()
  await db.prospect.update({ where: { id }, data: { number: "CHK-0009" } })
  expect(await checkNumbers()).toMatchObject({ found: 1, broken: [{ kind: "prospect", id, label: expect.stringContaining("CHK-0009") }] })
})

test("another kind is registered with one line", async () => {
  await db.$executeRaw`create table platform.parcel (id uuid primary key, number text unique, address text)`
  await db.$executeRaw`select platform.add_number_sequence('parcel', 'Parcels', 'platform.parcel', 'address', 'PAR-{number}', 5)`
  expect(await peekNumber("parcel")).toBe("PAR-00001")
  await change("parcel", { isContinuous: true })
  expect(await db.$queryRaw`select platform.next_number('parcel') as number`).toEqual([{ number: "PAR-00001" }])
})

test.each([
  [{ format: "1-{number}" }, "format"],
  [{ format: "A%{number}" }, "format"],
  [{ digits: "2" }, "digits"],
  [{ next: "0" }, "next"],
  [{ next: "1.5" }, "next"],
])("%o is refused at its field", (given, field) => {
  const judged = ChangeNumberSequence.safeParse({
    kind: "prospect",
    format: "PRO-{number}",
    digits: "6",
    next: "7",
    version: "1",
    ...given,
  })
  expect(judged.error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test("constants are taken in capitals, placeholders as they are", () => {
  const read = ChangeNumberSequence.parse({ kind: "prospect", format: "pro-{Number}", digits: "6", next: "7", version: "1" })
  expect(read.format).toBe("PRO-{number}")
})
