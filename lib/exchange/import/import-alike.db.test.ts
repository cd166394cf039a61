import { expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { runMatching } from "@/lib/sales/matching/run-matching"
import { aLead, aStaff, disqualify } from "@/prisma/makers"
import { matchingsOf } from "./policy"
import { check, csvOf, drain, getRows, getRun, start, upload } from "./testing-import"

const heads = ["Company", "Last name", "Email", "Country", "Website"]

async function settle(): Promise<void> {
  while (await runMatching());
}

test("a row means the lead that looks the same, and the preview says why", async () => {
  const [manager, seller] = [await aStaff("sales_manager"), await aStaff("seller")]
  const slug = `mz${newId().slice(-6).replaceAll(/\d/g, "k")}`
  const given = { website: `https://${slug}.example`, taxId: null }
  const known = await aLead({ ...given, companyName: `Müller ${slug} Werkzeuge GmbH`, email: `ana@${slug}.example`, country: "DE" })
  const closed = await aLead({
    ...given,
    website: `https://lost-${slug}.example`,
    companyName: `Verloren ${slug}`,
    email: `ana@lost-${slug}.example`,
    country: "DE",
  })
  await disqualify(seller, closed.id)
  await settle()
  const id = await upload(
    manager,
    csvOf([
      heads,
      [`MUELLER ${slug} WERKZEUGE`, "Weber", `k.weber@${slug}.example`, "Germany", `www.${slug}.example`],
      [`Verloren ${slug} AG`, "Weber", `weber@lost-${slug}.example`, "Germany", `https://lost-${slug}.example`],
      [`Fremde ${slug} Handel`, "Weber", `weber@other-${slug}.example`, "Germany", ""],
      [`fremde ${slug} handel gmbh`, "Weber", `weber@other-${slug}.example`, "Germany", ""],
    ]),
  )
  await check(manager, id, { matchBy: "alike" })
  const rows = await getRows(id)
  expect(rows.map(({ outcome }) => outcome)).toEqual(["update", "skip", "create", "create"])
  expect(rows[0]).toMatchObject({ leadId: known.id, reason: expect.stringContaining("Same name, Same domain") })
  expect(rows[1]?.reason).toBe("The lead with the looks of this row is Lost. Closed leads are read-only")
  await start(manager, id)
  await drain()
  expect(await getRun(id)).toMatchObject({ state: "done", updated: 1 })
  expect(await db.lead.findUniqueOrThrow({ where: { id: known.id } })).toMatchObject({
    lastName: "Weber",
    email: `k.weber@${slug}.example`,
  })
  await settle()
  expect(await db.lead.count({ where: { companyName: { contains: `${slug} Handel`, mode: "insensitive" }, hasDuplicates: true } })).toBe(2)
})

test("with create only, what looks the same is skipped with its reasons; a sister company is not the same", async () => {
  const manager = await aStaff("sales_manager")
  const slug = `qx${newId().slice(-6).replaceAll(/\d/g, "k")}`
  await aLead({ companyName: `Porto ${slug}`, email: `ana@${slug}.example`, website: `https://${slug}.example`, country: "PT" })
  await settle()
  const id = await upload(
    manager,
    csvOf([
      heads,
      [`Porto ${slug} Lda`, "Costa", `rui@${slug}.example`, "Portugal", `${slug}.example`],
      [`Porto ${slug} España`, "Prado", `luis@${slug}.example`, "Spain", `${slug}.example`],
    ]),
  )
  await check(manager, id, { matchBy: "alike", mode: "create" })
  const rows = await getRows(id)
  expect(rows.map(({ outcome }) => outcome)).toEqual(["skip", "create"])
  expect(rows[0]?.reason).toBe(`There is a lead with the looks of this row already: Same name, Same domain ${slug}.example`)
})

test("the policy is offered where a file has a company and something to compare it by", () => {
  expect(matchingsOf(["company", "email"])).toContain("alike")
  expect(matchingsOf(["company"])).not.toContain("alike")
  expect(matchingsOf(["email"])).not.toContain("alike")
})
