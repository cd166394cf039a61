import { describe, expect, test } from "vitest"
import { keyOf, type People, readRow } from "./check-row"
import { guessMapping, readMapping } from "./guess-mapping"
import { firstPolicy, matchingsOf } from "./policy"

const anne = { id: "01900000-0000-7000-8000-000000000001", name: "Anne Weaver" }
const people: People = new Map([["anne weaver", anne]])
const policy = { matchBy: "email", mode: "both", empty: "keep", ownerId: null } as const

describe("the meaning of columns", () => {
  test.each([
    ["Company", "company"],
    ["Account Name", "company"],
    ["E-mail", "email"],
    ["emailaddress1", "email"],
    ["Country/region", "country"],
    ["Est. value", "value"],
    ["Lead ID", "id"],
    ["Ansprechpartner", "fullName"],
    ["(Do Not Modify) Lead", "id"],
    ["Shoe size", null],
  ])("%s is %s", (header, field) => {
    expect(guessMapping([header])).toEqual([field])
  })

  test("is given once", () => {
    expect(guessMapping(["Rating", "Rating code", "Mail", "Email"])).toEqual(["rating", null, "email", null])
    expect(readMapping(2, ["email", "email"])).toBeNull()
    expect(readMapping(2, ["email", "nonsense"])).toEqual(["email", null])
    expect(readMapping(1, ["email", null])).toBeNull()
  })

  test("decides how leads can be found", () => {
    expect(matchingsOf(["company", "email", null])).toEqual(["email", "company", "alike", "none"])
    expect(firstPolicy([null]).matchBy).toBe("none")
  })
})

describe("a row", () => {
  const mapping = guessMapping([
    "Company",
    "Name",
    "Email",
    "Country",
    "Phone",
    "Rating",
    "Est. value",
    "Est. close",
    "Decision maker",
    "Owner",
    "Status",
  ])

  test("is read cell by cell, in whatever way people write", () => {
    const cells = [
      "Contoso  Ltd.",
      "Ana Maria Silva",
      "Ana@CONTOSO.example",
      "Portugal",
      "265 548 210",
      "hot",
      "48,000",
      "30.11.2026",
      "Ja",
      "Anne Weaver",
      "New",
    ]
    expect(readRow(cells, mapping, policy, people)).toEqual({
      values: {
        companyName: "Contoso Ltd.",
        firstName: "Ana Maria",
        lastName: "Silva",
        email: "ana@contoso.example",
        country: "PT",
        phone: "+351265548210",
        rating: "hot",
        estimatedValue: 48000,
        estimatedCloseDate: "2026-11-30",
        decisionMaker: true,
        ownerId: anne.id,
        ownerName: anne.name,
        statusReason: "new",
      },
      errors: {},
      key: "ana@contoso.example",
      id: null,
      version: null,
    })
  })

  test("says of each cell what is wrong with it", () => {
    const cells = ["", "", "nobody", "Atlantis", "12", "Lukewarm", "lots", "31/12/26", "perhaps", "Somebody", "Qualified"]
    const { errors, values } = readRow(cells, mapping, policy, people)
    expect(Object.keys(errors).sort()).toEqual(
      ["closeDate", "country", "decisionMaker", "email", "owner", "phone", "rating", "status", "value"].sort(),
    )
    expect(errors.rating).toBe("“Lukewarm” is no rating. Use Hot, Warm, Cold")
    expect(errors.status).toContain("New or Contacted")
    expect(values).toEqual({})
  })

  test("reads Dynamics' numbers", () => {
    const read = readRow(["1", "8"], ["rating", "source"], policy, people)
    expect(read.values).toEqual({ rating: "hot", source: "web" })
  })

  test("keeps or clears what is empty, but never what a lead must have", () => {
    const map = guessMapping(["Company", "Email", "Owner", "City"])
    expect(readRow(["", "", "", ""], map, policy, people).values).toEqual({})
    expect(readRow(["", "", "", ""], map, { ...policy, empty: "clear" }, people).values).toEqual({
      email: null,
      ownerId: null,
      ownerName: null,
      city: null,
    })
  })

  test.each([
    ["id", "x"],
    ["email", "a@b.example"],
    ["taxId", "PT1"],
    ["company", "contoso\nPT"],
    ["none", null],
  ] as const)("is found by %s", (matchBy, key) => {
    const values = { email: "a@b.example", taxId: "PT1", companyName: "Contoso, Ltd.", country: "PT" }
    expect(keyOf({ values, id: "x" }, { matchBy })).toBe(key)
  })
})
