import { parse } from "csv-parse/sync"
import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { readListQuery } from "@/lib/platform/list-query"
import { leadList } from "@/lib/sales/leads/views"
import { aLead, aStaff, disqualify, qualify } from "@/prisma/makers"
import { cancelExport } from "./cancel-export"
import { type ExportListName, exportLists } from "./export-lists"
import { getExport } from "./export-run"
import { keepSelection } from "./keep-selection"
import { streamExport } from "./stream-export"

let seller: Staff
const clock = () => new Date("2026-11-22T12:00:00Z")

beforeAll(async () => {
  seller = await aStaff("seller")
  for (const [companyName, country] of [
    ["=HYPERLINK(1)", "PT"],
    ['Berta "Quoted", Lda.', "PT"],
    ["Zürich Söhne AG", "CH"],
  ] as const)
    await aLead({ companyName, country, comments: "one\n- two" })
  await qualify(seller, (await aLead({ companyName: "Won & Sons" })).id)
})

async function take(list: ExportListName, params: Record<string, string> = {}) {
  const id = newId()
  const { shape } = exportLists[list].source
  const query = readListQuery(shape, params)
  const request = new Request(`http://localhost/x?${new URLSearchParams({ ...params, run: id })}`)
  const response = await streamExport(seller, { list, query, title: shape.views[query.view] ?? "" }, request, clock)
  return { id, response }
}

async function rowsOf(list: ExportListName, params: Record<string, string> = {}) {
  const { response } = await take(list, params)
  const text = await response.text()
  return parse(text, { columns: true, bom: true }) as Record<string, string>[]
}

describe("an export of a view", () => {
  test("holds what the view holds, in its order, with its columns, words and codes", async () => {
    const rows = await rowsOf("leads", { view: "all", sort: "company", cols: "company,country,status,email,comments" })
    expect(rows.map(({ Company }) => Company)).toEqual(['Berta "Quoted", Lda.', "'=HYPERLINK(1)", "Won & Sons", "Zürich Söhne AG"])
    const lead = await db.lead.findFirstOrThrow({ where: { companyName: "Won & Sons" } })
    expect(rows[2]).toMatchObject({
      "Country/region": "Portugal",
      "Country code": "PT",
      Status: "Qualified",
      "Status reason code": "3",
      "State code": "1",
      "Lead ID": lead.id,
      "Account ID": lead.accountId,
      "Row version": String(lead.version),
    })
    expect(rows[1]?.Comments).toBe("one\n'- two")
  })

  test("narrows as the view narrows", async () => {
    expect(await rowsOf("leads", { view: "all", q: "zurich" })).toHaveLength(1)
    expect(await rowsOf("leads", { view: "all", f: JSON.stringify(["country", "is", "PT", "ES"]), status: "new" })).toHaveLength(2)
    expect(await rowsOf("leads", { view: "my-open" })).toHaveLength(0)
  })

  test.each(["leads", "opportunities", "accounts", "contacts", "prospects", "customers"] as const)(
    "serves %s with every column",
    async (list) => {
      const { shape } = exportLists[list].source
      const rows = await rowsOf(list, { cols: Object.keys(shape.fields).join(",") })
      expect(rows.length).toBeGreaterThan(0)
      expect(Object.keys(rows[0] ?? {}).at(-1)).toBe("Row version")
    },
  )

  test("of ticked rows holds these alone, whatever the view holds, and only for who ticked them", async () => {
    const [lead] = await db.lead.findMany({ where: { companyName: "Zürich Söhne AG" } })
    const keep = (staff: Staff) =>
      inTransaction(staff, (ctx) => keepSelection({ ...ctx, actor: staff }, { list: "leads", ids: [lead?.id ?? ""] }))
    const selection = (await keep(seller)).id
    const rows = await rowsOf("leads", { view: "all", q: "berta", selection })
    expect(rows.map((row) => row.Company)).toEqual(["Zürich Söhne AG"])
    const theirs = (await keep(await aStaff("seller"))).id
    await expect(take("leads", { selection: theirs })).rejects.toMatchObject({ code: "not_found" })
    await expect(take("accounts", { selection })).rejects.toMatchObject({ code: "not_found" })
  })

  test("is a file that Excel opens as UTF-8, told once in the audit, and says how it ended", async () => {
    const { id, response } = await take("leads", { view: "all" })
    expect(response.headers.get("content-disposition")).toContain("All leads 2026-11-22.csv")
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    await expect.poll(() => getExport(seller.id, id, clock())).toEqual({ state: "done", rows: 4 })
    expect(await db.auditEntry.count({ where: { move: "list.export", recordId: id } })).toBe(1)
    expect(await getExport(newId(), id, clock())).toBeNull()
  })

  test("stops when nobody reads on, and ends when it is called off", async () => {
    const { id, response } = await take("leads", { view: "all" })
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await expect.poll(async () => (await getExport(seller.id, id, clock()))?.state).not.toBe("running")
    const other = await take("leads", { view: "all" })
    expect(await inTransaction(seller, (ctx) => cancelExport({ ...ctx, actor: seller }, { id: other.id }))).toEqual({ isCanceled: true })
  })

  test("that is called off while it is written ends torn, so that nobody takes it for whole", async () => {
    let seconds = 0
    const ticking = () => new Date(clock().getTime() + 1000 * seconds++)
    const id = newId()
    const query = readListQuery(leadList, { view: "all" })
    const request = new Request(`http://localhost/x?run=${id}`)
    const response = await streamExport(seller, { list: "leads", query, title: "All leads" }, request, ticking)
    await inTransaction(seller, (ctx) => cancelExport({ ...ctx, actor: seller }, { id }))
    await expect(response.text()).rejects.toThrow()
    await expect.poll(async () => (await getExport(seller.id, id, clock()))?.state).toBe("canceled")
    const again = new Request(`http://localhost/x?run=${id}`)
    await expect(streamExport(seller, { list: "leads", query, title: "All leads" }, again, clock)).rejects.toThrow("started before")
  })

  test("has the comment that a lead was closed with, whole, and finds the lead by it", async () => {
    const comment = `They asked for terms that we do not give. ${"And again. ".repeat(30)}`.trim()
    const lead = await aLead({ companyName: "Closed & Co" })
    await disqualify(seller, lead.id, { statusReason: "canceled", comment })
    const found = (operator: string, ...typed: string[]) =>
      rowsOf("leads", { view: "all", cols: "company,closeComment", f: JSON.stringify(["closeComment", operator, ...typed]) })
    expect(await found("contains", "TERMS that")).toMatchObject([{ Company: "Closed & Co", "Close comment": comment }])
    expect((await found("filled")).map(({ Company }) => Company)).toEqual(["Closed & Co"])
    expect(await found("contains", "nobody said this")).toEqual([])
    expect((await found("empty")).map(({ Company }) => Company)).not.toContain("Closed & Co")
    expect((await found("contains-not", "terms")).map(({ Company }) => Company)).not.toContain("Closed & Co")
  })

  test("is not for another site", async () => {
    const query = readListQuery(leadList, {})
    const request = new Request("http://localhost/x", { headers: { "sec-fetch-site": "cross-site" } })
    await expect(streamExport(seller, { list: "leads", query, title: "x" }, request, clock)).rejects.toThrow("own page")
  })
})
