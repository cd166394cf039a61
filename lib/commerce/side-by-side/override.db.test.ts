import { parse } from "csv-parse/sync"
import { describe, expect, test } from "vitest"
import { exportComparison } from "@/lib/exchange/export-comparison"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { editCustomer } from "@/lib/sync/edit-customer"
import { overrideMembers, undoOverride } from "@/lib/sync/override-members"
import { createHierarchy } from "../hierarchies/create-hierarchy"
import { anOrganization, inDefault, movesOf, theManager } from "../hierarchies/testing-partner"
import { foreseeOverride } from "./foresee-override"
import { readMemberValues } from "./member-values"
import { getComparison } from "./queries"

const by = async <Result>(work: (ctx: Ctx & { actor: Staff }) => Promise<Result>): Promise<Result> => {
  const manager = await theManager()
  return inTransaction(manager, (ctx) => work({ ...ctx, actor: manager }))
}
const fields = ["paymentTerms", "priceGroup", "language"] as const

/** A hierarchy of an Admin, who has terms and prices, and others who have none. */
async function aHierarchy(people = 3) {
  const organization = await anOrganization(people)
  const [adminId = ""] = organization.people
  const { hierarchyId } = await by((ctx) =>
    createHierarchy(ctx, { organizationId: organization.id, name: "Group", adminId, belonging: inDefault }),
  )
  await db.customer.update({
    where: { id: adminId },
    data: { paymentTerms: "N30", priceGroup: "GOLD", language: "pt", version: { increment: 1 } },
  })
  const look = () => readMemberValues(hierarchyId, fields)
  return { hierarchyId, adminId, look }
}

async function override({ hierarchyId, look }: Awaited<ReturnType<typeof aHierarchy>>, given: { versions?: Record<string, number> } = {}) {
  const members = await look()
  const [source] = members
  return by((ctx) =>
    overrideMembers(ctx, {
      hierarchyId,
      sourceId: source?.memberId ?? "",
      sourceVersion: source?.version ?? 0,
      fields: [...fields],
      members: members.map(({ customerId, version }) => ({ customerId, version: given.versions?.[customerId] ?? version })),
    }),
  )
}

const valuesOf = async (customerId: string) =>
  db.customer.findUniqueOrThrow({ where: { id: customerId }, select: { paymentTerms: true, priceGroup: true, language: true } })
const asAdmin = { paymentTerms: "N30", priceGroup: "GOLD", language: "pt" }
const asBefore = { paymentTerms: null, priceGroup: null, language: "en" }

describe("Override", () => {
  test("says beforehand whom it would change and in what, and with that does it", async () => {
    const hierarchy = await aHierarchy()
    const foreseen = await foreseeOverride(hierarchy.hierarchyId)
    expect(foreseen).toMatchObject({ members: 3, values: 6, source: { version: expect.any(Number) } })
    expect(foreseen?.changed).toHaveLength(2)
    expect(foreseen?.fields.map(({ label, members }) => [label, members])).toEqual([
      ["Language", 2],
      ["Payment terms", 2],
      ["Price group", 2],
    ])
    const { memberId: sourceId = "", version: sourceVersion = 0 } = foreseen?.source ?? {}
    const given = { hierarchyId: hierarchy.hierarchyId, sourceId, sourceVersion, members: foreseen?.changed ?? [] }
    await by((ctx) => overrideMembers(ctx, { ...given, fields: [...fields] }))
    expect(await foreseeOverride(hierarchy.hierarchyId)).toMatchObject({ values: 0, changed: [], fields: [] })
    expect(await foreseeOverride("nothing")).toBeNull()
  })

  test("copies the chosen fields to all members, with one audit row and the history of each", async () => {
    const hierarchy = await aHierarchy()
    const { members, changes, left, overrideId } = await override(hierarchy)
    expect({ members, changes, left }).toEqual({ members: 2, changes: 6, left: [] })
    const everyone = await hierarchy.look()
    for (const { values } of everyone) expect(values).toEqual(asAdmin)
    expect((await movesOf(hierarchy.hierarchyId)).map(([move]) => move)).toEqual(["hierarchy.create", "hierarchy.override"])
    const [, rui] = everyone
    const history = await db.fieldChange.findMany({ where: { recordId: rui?.customerId ?? "" }, orderBy: { field: "asc" } })
    expect(
      history.filter(({ field }) => (fields as readonly string[]).includes(field)).map(({ field, from, to }) => [field, from, to]),
    ).toEqual([
      ["language", "en", "pt"],
      ["paymentTerms", null, "N30"],
      ["priceGroup", null, "GOLD"],
    ])
    expect(await db.overrideRow.count({ where: { overrideId } })).toBe(2)
  })

  test("leaves alone who was changed since the preview, and names them", async () => {
    const hierarchy = await aHierarchy()
    const [, rui, eva] = await hierarchy.look()
    const { members, left } = await override(hierarchy, { versions: { [rui?.customerId ?? ""]: (rui?.version ?? 0) + 1 } })
    expect({ members, left }).toEqual({ members: 1, left: [rui?.name] })
    expect(await valuesOf(rui?.customerId ?? "")).toEqual(asBefore)
    expect(await valuesOf(eva?.customerId ?? "")).toEqual(asAdmin)
  })

  test("writes nothing where the Admin was changed since, is no Admin, or nothing differs", async () => {
    const hierarchy = await aHierarchy()
    const [admin, rui] = await hierarchy.look()
    const ask = (sourceId: string, sourceVersion: number) =>
      by((ctx) =>
        overrideMembers(ctx, {
          hierarchyId: hierarchy.hierarchyId,
          sourceId,
          sourceVersion,
          fields: ["priceGroup"],
          members: [{ customerId: rui?.customerId ?? "", version: rui?.version ?? 0 }],
        }),
      )
    await expect(ask(admin?.memberId ?? "", (admin?.version ?? 0) + 1)).rejects.toMatchObject({ code: "conflict" })
    await expect(ask(rui?.memberId ?? "", rui?.version ?? 0)).rejects.toMatchObject({ message: expect.stringContaining("is no Admin") })
    await ask(admin?.memberId ?? "", admin?.version ?? 0)
    await expect(ask(admin?.memberId ?? "", admin?.version ?? 0)).rejects.toMatchObject({
      message: expect.stringContaining("Nothing differs"),
    })
  })

  test("an override and an edit of one member at once: neither is lost", async () => {
    const hierarchy = await aHierarchy(2)
    const [, rui] = await hierarchy.look()
    const id = rui?.customerId ?? ""
    const [overridden, edited] = await Promise.allSettled([
      override(hierarchy),
      by((ctx) => editCustomer(ctx, { id, version: rui?.version ?? 0, changes: { currency: "EUR" }, base: { currency: null } })),
    ])
    expect(edited.status).toBe("fulfilled")
    const now = await db.customer.findUniqueOrThrow({ where: { id } })
    expect(now.currency).toBe("EUR")
    // The edit came first, and the override saw that its preview is old; or it came second, and left what it was not about.
    expect(now.priceGroup).toBe(overridden.status === "fulfilled" ? "GOLD" : null)
  })

  test("a thousand members are overridden and put back", async () => {
    const hierarchy = await aHierarchy(1000)
    const { members, overrideId } = await override(hierarchy)
    expect(members).toBe(999)
    const { members: back } = await by((ctx) => undoOverride(ctx, { overrideId }))
    expect(back).toBe(999)
  }, 60_000)
})

describe("Undo", () => {
  test("puts back what nobody touched since, says what not, and can be done once", async () => {
    const hierarchy = await aHierarchy()
    const { overrideId } = await override(hierarchy)
    const [admin, rui, eva] = await hierarchy.look()
    const edit = { id: rui?.customerId ?? "", version: rui?.version ?? 0, changes: { priceGroup: "SILVER" }, base: { priceGroup: "GOLD" } }
    await by((ctx) => editCustomer(ctx, edit))
    const { members, kept, told } = await by(async (ctx) => ({ ...(await undoOverride(ctx, { overrideId })), told: ctx.ledger.touched }))
    // Wherever somebody is still offered to undo it, that offer ends.
    expect(told).toContainEqual({ kind: "", id: overrideId })
    expect({ members, kept }).toEqual({ members: 2, kept: [`${rui?.name}: Price group`] })
    expect(await valuesOf(rui?.customerId ?? "")).toEqual({ ...asBefore, priceGroup: "SILVER" })
    expect(await valuesOf(eva?.customerId ?? "")).toEqual(asBefore)
    expect(await valuesOf(admin?.customerId ?? "")).toEqual(asAdmin)
    await expect(by((ctx) => undoOverride(ctx, { overrideId }))).rejects.toMatchObject({ code: "conflict" })
  })

  test("two at once: one puts back", async () => {
    const hierarchy = await aHierarchy()
    const { overrideId } = await override(hierarchy)
    const undone = await Promise.allSettled([1, 2].map(() => by((ctx) => undoOverride(ctx, { overrideId }))))
    expect(undone.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })
})

test("side by side, the Admin stands first and each section has its own properties", async () => {
  const { hierarchyId, adminId } = await aHierarchy()
  const general = await getComparison(hierarchyId, "general")
  expect(general?.members[0]).toMatchObject({ customerId: adminId, role: "admin", values: { language: "pt", lastName: "Lund 0001" } })
  const pricing = await getComparison(hierarchyId, "pricing")
  expect(pricing?.fields.map(({ key }) => key)).toEqual(expect.arrayContaining(["priceGroup", "currency"]))
  expect(pricing?.members[0]?.values).toMatchObject({ priceGroup: "GOLD" })
  expect(pricing?.fields.find(({ key }) => key === "priceGroup")?.choices).toMatchObject({ GOLD: "GOLD, Gold partners" })
})

describe("the side-by-side view as a file", () => {
  const clock = () => new Date("2026-11-22T12:00:00Z")
  const take = async (staff: Staff, hierarchyId: string, params: Record<string, string> = {}) => {
    const response = await exportComparison(staff, hierarchyId, new Request(`http://localhost/x?${new URLSearchParams(params)}`), clock)
    return parse(await response.text(), { columns: true, bom: true }) as Record<string, string>[]
  }

  test("has every member with the section's properties in words, and in what each differs from the Admin", async () => {
    const { hierarchyId, adminId } = await aHierarchy()
    const rows = await take(await theManager(), hierarchyId, { section: "delivery" })
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({
      Role: "Admin",
      "Payment terms": "N30, Net 30 days",
      "Differs from the Admin in": "",
      "Customer ID": adminId,
    })
    expect(rows[1]).toMatchObject({ Role: "User", "Payment terms": "", "Differs from the Admin in": "Payment terms" })
    expect(await db.auditEntry.count({ where: { move: "list.export", actorId: (await theManager()).id } })).toBe(1)
  })

  test("is of a hierarchy that there is", async () => {
    await expect(take(await theManager(), adminlessId)).rejects.toThrow("no such customer hierarchy")
  })
})

const adminlessId = "00000000-0000-4000-8000-000000000009"
