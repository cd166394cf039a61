import { beforeAll, describe, expect, test } from "vitest"
import { commerceSearchSql, searchCommerce } from "@/lib/commerce/search"
import { db, Prisma } from "@/lib/platform/db"
import { salesSearchSql, searchSales } from "@/lib/sales/search"
import { aLead, anOpportunity, aStaff, qualify, win } from "@/prisma/makers"

const found = async (typed: string, limit = 5) => [
  ...(await searchSales("seller", typed, limit)),
  ...(await searchCommerce("seller", typed, limit)),
]
const kindsOf = (rows: { kind: string }[]) => [...new Set(rows.map(({ kind }) => kind))].sort()

beforeAll(async () => {
  const seller = await aStaff("seller")
  const opportunity = await anOpportunity(seller, {
    companyName: "Zöllner Bootsbau GmbH",
    lastName: "Öztürk",
    typedEmail: "x",
    email: "emre.ozturk@zollner.example",
  })
  await win(seller, opportunity.id)
  await aLead({ companyName: "Kap Zöllner" })
  await qualify(seller, (await aLead({ companyName: "100% Rope_Works" })).id)
})

describe("the search", () => {
  test("finds a company in every kind of record on both sides, whatever the accents and the case", async () => {
    expect(kindsOf(await found("ZOLLNER boots"))).toEqual([
      "account",
      "contact",
      "customer",
      "hierarchy",
      "lead",
      "opportunity",
      "prospect",
    ])
  })

  test("finds a person, an address, a phone number and a number", async () => {
    const lead = await db.lead.findFirstOrThrow({ where: { companyName: "Zöllner Bootsbau GmbH" } })
    for (const typed of ["ozturk", "emre.ozturk@zollner.example", "351265548210", "+351 265 548 210", lead.prospectNumber ?? ""]) {
      expect((await searchSales("seller", typed, 50)).map(({ id }) => id)).toContain(lead.id)
    }
  })

  test("puts what begins with the text before what only holds it, and a whole number before both", async () => {
    const leads = (await searchSales("seller", "zollner", 5)).filter(({ kind }) => kind === "lead")
    expect(leads.map(({ title }) => title)).toEqual(["Zöllner Bootsbau GmbH", "Kap Zöllner"])
    const { prospectNumber, id } = await db.lead.findFirstOrThrow({ where: { companyName: "Kap Zöllner" } })
    expect((await searchSales("seller", prospectNumber ?? "", 5))[0]).toMatchObject({ id, rank: 0 })
  })

  test("takes one letter and two, where a word begins", async () => {
    expect((await found("zo")).map(({ title }) => title)).toContain("Kap Zöllner")
    expect((await found("z")).map(({ title }) => title)).toContain("Kap Zöllner")
    expect(await found("ll")).toEqual([])
  })

  test("takes every sign as itself", async () => {
    expect((await searchSales("seller", "100% rope_", 5)).map(({ title }) => title)).toContain("100% Rope_Works")
    expect(await found("100_ rope")).toEqual([])
    expect(await found("%")).toEqual([])
    expect(await found("\\")).toEqual([])
    expect(await found("  ")).toEqual([])
  })

  test("gives so many of a kind at most, none twice", async () => {
    const rows = await found("a", 2)
    for (const kind of kindsOf(rows)) expect(rows.filter((row) => row.kind === kind).length).toBeLessThanOrEqual(2)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })
})

test("no search reads a table from its beginning to its end, or sorts one", async () => {
  for (const sql of [salesSearchSql("seller", "zollner", 6), commerceSearchSql("seller", "zo", 6)]) {
    const plan = await db.$transaction(async (tx) => {
      // A table of a few rows is always read whole: what matters is that an index serves each question.
      await tx.$executeRaw`set local enable_seqscan = off`
      return tx.$queryRaw<{ "QUERY PLAN": string }[]>`explain ${sql ?? Prisma.empty}`
    })
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n")
    expect(text).not.toContain("Seq Scan")
    expect(text.match(/Bitmap Index Scan on \w+_search/g)?.length).toBeGreaterThanOrEqual(3)
    expect(text.match(/Index Scan (using|on) \w+_begins/g)?.length).toBeGreaterThanOrEqual(3)
    expect(text.match(/Index Scan using \w+_newest/g)?.length).toBeGreaterThanOrEqual(3)
  }
})
