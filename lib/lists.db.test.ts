import { beforeAll, describe, expect, test } from "vitest"
import { creditSource } from "@/lib/commerce/credit/list/credit-source"
import { customerSource } from "@/lib/commerce/customers/customer-source"
import { hierarchySource } from "@/lib/commerce/hierarchies/hierarchy-source"
import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { db } from "@/lib/platform/db"
import type { Field } from "@/lib/platform/fields"
import { type Filter, filterText, type Operator, operatorsOf, operatorTakes } from "@/lib/platform/filter"
import { newId } from "@/lib/platform/ids"
import { readListQuery } from "@/lib/platform/list-query"
import { type ListSource, readList } from "@/lib/platform/list-source"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { aLead, anOpportunity, aStaff } from "@/prisma/makers"

const sources: ListSource[] = [
  ...[leadSource, opportunitySource, accountSource, contactSource],
  ...[prospectSource, customerSource, hierarchySource, creditSource],
]
const now = new Date("2026-11-22T12:00:00Z")
let viewerId = ""

beforeAll(async () => {
  const seller = await aStaff("seller", { name: "Maja Lindqvist" })
  viewerId = seller.id
  await anOpportunity(seller)
  await aLead({ companyName: "Açores Pesca", lastName: "Silva", country: "PT", city: "Horta" }, new Date("2026-11-20T10:00:00Z"))
  await aLead(
    { companyName: "Nordwerft GmbH", lastName: "Oßwald", country: "DE", city: "Kiel", postalCode: "24103" },
    new Date("2026-10-01T10:00:00Z"),
  )
})

function valueFor(field: Field, operator: Operator): string {
  if (operator.endsWith("-days")) return "30"
  if (operator === "during") return "last-month"
  if (field.kind === "person") return "me"
  if (field.kind === "country") return "PT"
  if (field.codes) return "N30"
  if (field.kind === "channel") return "default"
  if (field.words) return Object.keys(field.words)[0] ?? ""
  if (["time", "age", "timer", "day"].includes(field.kind)) return "2026-11-20"
  return ["money", "percent", "score"].includes(field.kind) ? "100" : "a%_'\\"
}

const values = { none: 0, one: 1, two: 2, many: 2 }
const read = (source: ListSource, filter: Filter, more = {}) =>
  readList(source, viewerId, readListQuery(source.shape, { view: "all", f: filterText(filter), ...more }), now)

describe.each(sources.map((source) => [source.shape.key, source] as const))("%s", (_, source) => {
  test("every field answers every operator that it offers, and its opposite has the other rows", async () => {
    const { total } = await readList(source, viewerId, readListQuery(source.shape, { view: "all" }), now)
    for (const [name, field] of Object.entries(source.shape.fields))
      for (const operator of operatorsOf(field)) {
        const filter = [
          name,
          operator,
          ...Array.from({ length: values[operatorTakes(operator)] }, () => valueFor(field, operator)),
        ] as const
        expect(readListQuery(source.shape, { f: filterText(filter) }).where, `${name} ${operator}`).toEqual(filter)
        const page = await read(source, filter)
        expect(page.total, `${name} ${operator}`).toBeLessThanOrEqual(total)
        const opposite = ({ empty: "filled", yes: "no", is: "is-not", contains: "contains-not" } as const)[operator as "empty"]
        if (!opposite || !operatorsOf(field).includes(opposite)) continue
        const others = await read(source, [name, opposite, ...filter.slice(2)] as unknown as Filter)
        expect(page.total + others.total, `${name} ${operator} and ${opposite}`).toBe(total)
      }
  })

  test("every field can be a column, and every order works with every view", async () => {
    const cols = Object.keys(source.shape.fields).join(",")
    for (const view of Object.keys(source.shape.views))
      for (const sort of Object.keys(source.shape.sorts)) {
        const query = readListQuery(source.shape, { view, sort, cols })
        const page = await readList(source, viewerId, query, now)
        for (const row of page.rows) expect(row.cells).toHaveLength(Object.keys(source.shape.fields).length)
      }
  })
})

const leads = async (filter: Filter) =>
  (await read(leadSource, filter, { sort: "company" })).rows
    .map(({ cells: [company] }) => company)
    .filter((name) => /Pesca|Nordwerft/.test(String(name)))

test.each<[Filter, string[]]>([
  [["company", "contains", "pesca"], ["Açores Pesca"]],
  [["contact", "contains", "ana silva"], ["Açores Pesca"]],
  [["country", "is", "DE"], ["Nordwerft GmbH"]],
  [
    ["country", "is", "DE", "PT"],
    ["Açores Pesca", "Nordwerft GmbH"],
  ],
  [["country", "is-not", "DE"], ["Açores Pesca"]],
  [["city", "is", "kiel"], ["Nordwerft GmbH"]],
  [["postalCode", "starts", "241"], ["Nordwerft GmbH"]],
  [
    ["owner", "empty"],
    ["Açores Pesca", "Nordwerft GmbH"],
  ],
  [["owner", "is", "me"], []],
  [["created", "last-days", "3"], ["Açores Pesca"]],
  [["created", "older-days", "30"], ["Nordwerft GmbH"]],
  [["created", "on", "2026-10-01"], ["Nordwerft GmbH"]],
  [
    ["created", "between", "2026-10-01", "2026-11-20"],
    ["Açores Pesca", "Nordwerft GmbH"],
  ],
  [["created", "before", "2026-10-01"], []],
  [["created", "after", "2026-10-01"], ["Açores Pesca"]],
  [["and", ["country", "is", "PT"], ["city", "is", "kiel"]], []],
  [
    ["or", ["country", "is", "PT"], ["and", ["city", "is", "kiel"], ["company", "starts", "Nord"]]],
    ["Açores Pesca", "Nordwerft GmbH"],
  ],
])("%j finds what it says", async (filter, companies) => {
  expect(await leads(filter)).toEqual(companies)
})

test("a view shows the columns that it chose, in their order, with values that travel as JSON", async () => {
  const query = readListQuery(leadSource.shape, {
    view: "all",
    f: '["country","is","DE"]',
    cols: "company,created,country,status,owner,waiting",
  })
  const { rows } = await readList(leadSource, viewerId, query, now)
  const row = rows.find(({ cells }) => cells[0] === "Nordwerft GmbH")
  const created = Date.UTC(2026, 9, 1, 10)
  expect(row).toMatchObject({ isOpen: true, ownerId: null, version: 1, cells: ["Nordwerft GmbH", created, "DE", "new", null, created] })
  expect(JSON.parse(JSON.stringify(row))).toEqual(row)
})

test("a phone number is found however it is written, in the list and by its filter", async () => {
  await aLead({ companyName: "Phoned Chandlers", phone: "+351265777321" })
  for (const typed of ["+351 265 777 321", "00351 265 777 321", "265 777 321", "265-777-321", "265777321"]) {
    const listed = await readList(leadSource, viewerId, readListQuery(leadSource.shape, { view: "all", q: typed }), now)
    expect(
      listed.rows.map(({ cells }) => cells[0]),
      typed,
    ).toEqual(["Phoned Chandlers"])
    expect((await read(leadSource, ["phone", "contains", typed])).total, typed).toBe(1)
  }
})

test("what belongs to an account is asked for by its id, whatever others are called", async () => {
  const named = { name: "Twin Chandlers", nameKey: "twin chandlers", createdAt: now }
  const [one, other] = [
    await db.account.create({ data: { id: newId(), ...named } }),
    await db.account.create({ data: { id: newId(), ...named } }),
  ]
  for (const { id: accountId } of [one, other])
    await db.contact.create({
      data: {
        id: newId(),
        firstName: "Ana",
        lastName: "Silva",
        email: `${accountId}@twin.example`,
        searchText: "ana silva twin chandlers",
        accountId,
        createdAt: now,
      },
    })
  expect((await read(contactSource, ["account", "is", "Twin Chandlers"])).total).toBe(2)
  expect((await read(contactSource, ["account", "is", one.id])).total).toBe(1)
  expect((await read(opportunitySource, ["account", "is", one.id])).total).toBe(0)
  expect((await read(leadSource, ["company", "is", one.id])).total).toBe(0)
})

test("an opportunity is asked for by every field of its record, and the leads of a contact by its id", async () => {
  const seller = await aStaff("seller")
  const { id, contactId } = await anOpportunity(seller)
  const { contactId: anothers } = await anOpportunity(seller)
  await db.opportunity.update({
    where: { id },
    data: { budget: "can_buy", budgetAmount: 1200, purchaseProcess: "committee", customerNeed: "Ropes and fenders for two yards" },
  })
  const asked: [Filter, number][] = [
    [["budget", "is", "can_buy"], 1],
    [["budgetAmount", "at-least", "1000"], 1],
    [["process", "is", "committee"], 1],
    [["customerNeed", "contains", "FENDERS"], 1],
    [["proposedSolution", "contains", "fenders"], 0],
    [["currentSituation", "filled"], 0],
  ]
  for (const [filter, total] of asked) expect((await read(opportunitySource, filter)).total, filterText(filter)).toBe(total)
  expect((await read(leadSource, ["contact", "is", contactId])).rows.map(({ cells }) => cells[0])).toHaveLength(1)
  expect((await read(leadSource, ["or", ["contact", "is", contactId], ["contact", "is", anothers]])).total).toBe(2)
})
