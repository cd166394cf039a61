import { afterEach, beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aLead, aProspect, aStaff, qualify } from "@/prisma/makers"
import { currentMapping } from "./carry-on"
import type { Mapping, Source } from "./conversion/mapping"
import { editAccount } from "./edit-account"
import { brokenInvariants } from "./invariants"
import { getMappingPage } from "./mapping-queries"
import { listReceipts } from "./receipts"
import { restoreMapping, saveMapping } from "./save-mapping"
import { RestoreMapping, SaveMapping } from "./schema"

let priya: Staff
let noor: Staff

beforeAll(async () => {
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  noor = await aStaff("administrator", { name: "Noor Haddad" })
})

type Parts = Mapping["parts"]
const save = (staff: Staff, base: number, parts: unknown) =>
  inTransaction(staff, (ctx) => saveMapping({ ...ctx, actor: staff }, SaveMapping.parse({ base, parts })))
const restore = (staff: Staff, base: number, version: number) =>
  inTransaction(staff, (ctx) => restoreMapping({ ...ctx, actor: staff }, RestoreMapping.parse({ base, version })))
const current = () => currentMapping(db)

/** Saves the mapping with some fields' sources as given; null takes one off. */
async function change(given: { [Part in keyof Parts]?: Record<string, Source | null> }) {
  const { version, parts } = await current()
  const merged = Object.fromEntries(
    Object.entries(parts).map(([part, sources]) => {
      const changed = Object.entries({ ...sources, ...given[part as keyof Parts] }).filter(([, source]) => source !== null)
      return [part, Object.fromEntries(changed)]
    }),
  )
  return save(priya, version, merged)
}

afterEach(async () => {
  const { version } = await current()
  if (version > 0) await restore(noor, version, 0).catch(() => null)
})

test("a request becomes a lead, and the lead account, contact, opportunity and customers, as the mapping in force says; the receipt keeps its version", async () => {
  const { version } = await change({
    lead: { topic: { text: "Onboard %company%" }, rating: { text: "hot" }, industry: { text: "Marine" }, comments: null },
    account: { phone: null },
    opportunity: { customerNeed: { text: "%industry%, says %firstName%" }, need: { text: "should_have" }, revenue: { text: "5000" } },
    organization: { phone: { from: "lead.phone" }, website: null },
    person: { language: { text: "pt" } },
  })
  const lead = await aLead()
  expect(lead).toMatchObject({ topic: `Onboard ${lead.companyName}`, rating: "hot", industry: "Marine", comments: null, source: "web" })
  const { opportunityId, accountId, contactId } = await qualify(priya, lead.id)
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId } })
  expect(account).toMatchObject({ name: lead.companyName, phone: null, city: lead.city })
  expect(await db.customer.findUniqueOrThrow({ where: { id: account.customerId ?? "" } })).toMatchObject({
    phone: lead.phone,
    website: null,
  })
  const contact = await db.contact.findUniqueOrThrow({ where: { id: contactId } })
  expect(contact).toMatchObject({ email: lead.email, language: "en" })
  expect(await db.customer.findUniqueOrThrow({ where: { id: contact.customerId ?? "" } })).toMatchObject({ language: "pt" })
  const opportunity = await db.opportunity.findUniqueOrThrow({ where: { id: opportunityId ?? "" } })
  expect(opportunity).toMatchObject({ customerNeed: "Marine, says Ana", need: "should_have", topic: lead.topic })
  expect(opportunity.estimatedRevenue?.toNumber()).toBe(5000)
  expect((await listReceipts(lead.id))[0]?.mapping).toBe(version)
  expect(await brokenInvariants()).toEqual([])

  const edit = {
    id: accountId,
    version: account.version,
    changes: { city: "Faro", website: "https://faro.example", phone: "+351289000000" },
    base: {},
  }
  await inTransaction(priya, (ctx) => editAccount({ ...ctx, actor: priya }, edit))
  expect(await db.customer.findUniqueOrThrow({ where: { id: account.customerId ?? "" } })).toMatchObject({
    city: "Faro",
    website: null,
    phone: lead.phone,
  })
})

test("what cannot stand is refused with its field, and nothing is saved", async () => {
  const { version } = await current()
  await expect(change({ account: { name: null } })).rejects.toMatchObject({
    code: "invalid",
    fields: { "account.name": expect.any(String) },
  })
  await expect(change({ opportunity: { revenue: { text: "a lot" } } })).rejects.toMatchObject({
    fields: { "opportunity.revenue": expect.stringContaining("amount") },
  })
  await expect(change({ account: { phone: { from: "lead.email" } } })).rejects.toMatchObject({ code: "invalid" })
  await expect(change({})).rejects.toMatchObject({ message: "Nothing was changed." })
  expect((await current()).version).toBe(version)
})

test("of two who save over one version, the second is told who was first; a version is never written twice or changed", async () => {
  const { version, parts } = await current()
  const with_ = (text: string) => ({ ...parts, opportunity: { ...parts.opportunity, currentSituation: { text } } })
  const settled = await Promise.allSettled([save(priya, version, with_("one")), save(noor, version, with_("two"))])
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const [refused] = settled.flatMap((result) => (result.status === "rejected" ? [result.reason] : []))
  expect(refused).toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/(Priya Raman|Noor Haddad) saved version \d+ meanwhile/),
  })
  await expect(db.fieldMapping.updateMany({ data: { actorName: "Nobody" } })).rejects.toThrow()
  await expect(db.fieldMapping.deleteMany()).rejects.toThrow()
  expect(await db.fieldMapping.count({ where: { actorName: { not: "Nobody" } } })).toBeGreaterThan(0)
})

test("an earlier version is brought back as the next one, with who and when; the page tells versions, samples and how often a field is filled", async () => {
  await aProspect({ comments: "A comment" })
  const first = await change({ opportunity: { customerNeed: { from: "lead.comments" } } })
  const second = await change({ account: { phone: null }, opportunity: { customerNeed: null } })
  await restore(noor, second.version, first.version)
  expect((await current()).parts.opportunity.customerNeed).toEqual({ from: "lead.comments" })
  const page = await getMappingPage()
  expect(page.versions[0]).toMatchObject({
    version: second.version + 1,
    by: "Noor Haddad",
    restoredFrom: first.version,
    changes: ["account.phone", "opportunity.customerNeed"],
  })
  expect(page.versions.at(-1)).toMatchObject({ version: 0 })
  expect(page.samples[0]).toMatchObject({ request: { comments: "A comment" }, lead: { comments: "A comment" } })
  expect(page.filled.lead?.isAll).toBe(true)
  expect(page.filled.lead?.by.company).toBe(page.filled.lead?.of)
  expect(page.filled.request?.by.comments).toBeGreaterThan(0)
  expect(await db.auditEntry.count({ where: { move: "mapping.restore", actorName: "Noor Haddad" } })).toBeGreaterThan(0)
})
