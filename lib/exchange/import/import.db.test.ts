import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { addNote } from "@/lib/sales/activities/add-note"
import { editLead } from "@/lib/sales/leads/edit-lead"
import { readTimeline } from "@/lib/sales/timeline"
import { aLead, aStaff, disqualify } from "@/prisma/makers"
import { runNextImport } from "./run-imports"
import { check, csvOf, drain, getRows, getRun, start, takeBack, upload } from "./testing-import"

let manager: Staff
let seller: Staff

beforeAll(async () => {
  manager = await aStaff("sales_manager")
  seller = await aStaff("seller", { name: "Anne Weaver" })
})

const heads = ["Company", "First name", "Last name", "Email", "Country", "Rating", "Owner"]
const aRow = (slug: string, more: Partial<Record<string, string>> = {}) => [
  more.company ?? `Company ${slug}`,
  "Ana",
  "Silva",
  more.email ?? `${slug}@import.example`,
  more.country ?? "Portugal",
  more.rating ?? "Hot",
  more.owner ?? "Anne Weaver",
]

describe("an import of leads", () => {
  test("creates, updates and skips, each row for a reason that the preview told", async () => {
    const [known, closed] = [await aLead(), await aLead()]
    await disqualify(seller, closed.id)
    const slug = newId().slice(-8)
    const id = await upload(
      manager,
      csvOf([
        heads,
        aRow(`new-${slug}`),
        aRow("known", { email: known.email ?? "", company: known.companyName }),
        aRow("closed", { email: closed.email ?? "" }),
        aRow(`new-${slug}`),
        aRow("bad", { country: "Atlantis", rating: "Lukewarm" }),
        ["", "", "", `nobody-${slug}@import.example`, "", "", ""],
      ]),
    )
    expect(await getRun(id)).toMatchObject({ state: "mapping", rowCount: 6, readAs: "CSV, UTF-8, separated by commas" })
    await check(manager, id)
    expect(await getRun(id)).toMatchObject({ state: "ready", toCreate: 1, toUpdate: 1, toSkip: 4 })
    const rows = await getRows(id)
    expect(rows.map(({ outcome }) => outcome)).toEqual(["create", "update", "skip", "skip", "skip", "skip"])
    expect(rows.slice(2).map(({ reason }) => reason)).toEqual([
      "The lead with this email is Lost. Closed leads are read-only",
      "Row 2 of the file means the same lead",
      "2 cells cannot be read",
      "It would be a new lead, and lacks what one needs",
    ])
    await start(manager, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", created: 1, updated: 1, skipped: 4 })
    const lead = await db.lead.findFirstOrThrow({ where: { email: `new-${slug}@import.example` } })
    expect(lead).toMatchObject({
      statusReason: "new",
      rating: "hot",
      source: "other",
      country: "PT",
      ownerName: "Anne Weaver",
      prospectId: null,
      fromCommerce: false,
      version: 1,
    })
    expect(lead.searchText).toContain(`company new-${slug}`)
    expect(await db.lead.findUniqueOrThrow({ where: { id: known.id } })).toMatchObject({
      rating: "hot",
      ownerName: "Anne Weaver",
      version: known.version + 1,
    })
    const history = await db.fieldChange.findMany({ where: { recordId: known.id }, orderBy: { field: "asc" } })
    expect(history.map(({ field, from, to }) => [field, from, to])).toContainEqual(["rating", "warm", "hot"])
    expect(await db.auditEntry.count({ where: { recordId: id } })).toBe(1)
    for (const leadId of [lead.id, known.id]) {
      const { entries } = await readTimeline({ leads: [leadId] })
      expect(entries).toContainEqual(
        expect.objectContaining({ kind: "move", move: "lead.import", record: { kind: "import", id, label: "leads.csv" } }),
      )
    }
  })

  test("of the same file twice at once makes each lead once", async () => {
    const slug = newId().slice(-8)
    const bytes = csvOf([heads, ...Array.from({ length: 1200 }, (_, place) => aRow(`${slug}-${place}`))])
    const ids = [await upload(manager, bytes), await upload(manager, bytes)]
    for (const id of ids) await check(manager, id)
    for (const id of ids) await start(manager, id)
    await Promise.all([drain(), drain(), drain()])
    const runs = await Promise.all(ids.map(getRun))
    expect(runs.map(({ state }) => state)).toEqual(["done", "done"])
    expect(runs.reduce((sum, { created }) => sum + created, 0)).toBe(1200)
    expect(await db.lead.count({ where: { email: { startsWith: slug } } })).toBe(1200)
    const skipped = await db.leadImportRow.count({ where: { importId: { in: ids }, reason: "Such a lead came in after the preview" } })
    expect(skipped).toBe(1200)
  })

  test("leaves a lead alone that a seller changed after the preview", async () => {
    const lead = await aLead()
    const id = await upload(manager, csvOf([heads, aRow("x", { email: lead.email ?? "", company: lead.companyName })]))
    await check(manager, id)
    await inTransaction(seller, (ctx) =>
      editLead({ ...ctx, actor: seller }, { id: lead.id, version: lead.version, changes: { rating: "cold" }, base: { rating: "warm" } }),
    )
    await start(manager, id)
    await drain()
    expect((await getRows(id))[0]).toMatchObject({ result: "skipped", reason: expect.stringContaining("Changed meanwhile") })
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ rating: "cold" })
  })

  test("that loses its worker goes on where it was, and nothing is written twice", async () => {
    const slug = newId().slice(-8)
    const id = await upload(manager, csvOf([heads, ...Array.from({ length: 1100 }, (_, place) => aRow(`${slug}-${place}`))]))
    await check(manager, id)
    await start(manager, id)
    await runNextImport()
    expect(await getRun(id)).toMatchObject({ state: "importing", created: 500 })
    const died = db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${id}::text, 1))`
      expect(await runNextImport()).toBe(false)
      throw new Error("killed")
    })
    await expect(died).rejects.toThrow("killed")
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", created: 1100 })
    expect(await db.lead.count({ where: { email: { startsWith: slug } } })).toBe(1100)
  })

  test("is taken back where nobody touched it since, and says what it left", async () => {
    const known = await aLead()
    const other = await aLead()
    const slug = newId().slice(-8)
    const id = await upload(
      manager,
      csvOf([
        heads,
        aRow(`${slug}-untouched`),
        aRow(`${slug}-noted`),
        aRow("k", { email: known.email ?? "", company: known.companyName }),
        aRow("o", { email: other.email ?? "", company: other.companyName }),
      ]),
    )
    await check(manager, id)
    await start(manager, id)
    await drain()
    const noted = await db.lead.findFirstOrThrow({ where: { email: `${slug}-noted@import.example` } })
    await inTransaction(seller, (ctx) => addNote({ ...ctx, actor: seller }, { about: "lead", id: noted.id, text: "Called them" }))
    const now = await db.lead.findUniqueOrThrow({ where: { id: other.id } })
    await inTransaction(seller, (ctx) =>
      editLead({ ...ctx, actor: seller }, { id: other.id, version: now.version, changes: { rating: "cold" }, base: { rating: "hot" } }),
    )
    await takeBack(manager, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 2, kept: 2 })
    expect(await db.lead.count({ where: { email: { startsWith: slug } } })).toBe(1)
    const { version: _v, searchText: _s, ...before } = known
    const { version: _w, searchText: _t, ...after } = await db.lead.findUniqueOrThrow({ where: { id: known.id } })
    expect(after).toMatchObject({ rating: before.rating, ownerId: null, firstName: before.firstName, companyName: before.companyName })
    expect(await db.lead.findUniqueOrThrow({ where: { id: other.id } })).toMatchObject({ rating: "cold", ownerId: null })
    expect((await getRows(id)).map(({ reason }) => reason)).toEqual([
      null,
      "Somebody worked on this lead since",
      null,
      "Changed since, and left as it is: Rating",
    ])
    await expect(takeBack(manager, id)).rejects.toThrow("already")
  })

  test("cannot be taken back after thirty days, nor begun before its preview", async () => {
    const id = await upload(manager, csvOf([heads, aRow(newId())]))
    await expect(start(manager, id)).rejects.toThrow("cannot begin")
    await check(manager, id)
    await start(manager, id)
    await drain()
    await expect(takeBack(manager, id, new Date(Date.now() + 31 * 86_400_000))).rejects.toThrow("30 days")
  })

  test("of a file that is none fails with the reason", async () => {
    const id = await upload(manager, Buffer.from("Company\n"))
    expect(await getRun(id)).toMatchObject({ state: "failed", error: "The file has no rows below its heads." })
  })
})
