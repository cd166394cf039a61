import { expect, test } from "vitest"
import { isNarrowed, type ListShape, listedHref, listHref, readListQuery, readSearch, sortLink, wholeHref } from "./list-query"

const boats: ListShape<"status" | "owner", "name" | "launched", "afloat" | "all"> = {
  path: "/boats",
  views: { afloat: "Boats afloat", all: "All boats" },
  firstView: "afloat",
  filters: { status: ["new", "old"], owner: "person" },
  sorts: { launched: "desc", name: "asc" },
  firstSort: "launched",
}
const somebody = "01a20363-f7ca-7545-bec6-8dc9daeb3719"

test("what is not asked for is the first view in its first order", () => {
  const nothing = { view: "afloat", q: "", filters: { status: null, owner: null }, sort: "launched", dir: "desc" }
  expect(readListQuery(boats, {})).toEqual({ ...nothing, after: null, before: null })
})

test("what is malformed counts as not asked", () => {
  const asked = {
    view: "constructor",
    sort: "__proto__",
    dir: "up",
    status: "gone",
    owner: "x'; drop",
    q: ["a", "b"],
    after: "z".repeat(9000),
  }
  expect(readListQuery(boats, asked)).toEqual(readListQuery(boats, {}))
})

test("an owner is somebody, me or nobody", () => {
  for (const owner of [somebody, "me", "none"]) expect(readListQuery(boats, { owner }).filters.owner).toBe(owner)
})

test("a search is trimmed, cut, and carries no zero byte", () => {
  expect(readListQuery(boats, { q: "  ha\0fen " }).q).toBe("hafen")
  expect(readSearch({ q: "z".repeat(9000) })).toHaveLength(200)
})

test("an address says only what does not go without saying", () => {
  const query = readListQuery(boats, { view: "all", sort: "name", dir: "asc", q: "náutica & co", after: "cursor" })
  expect(listHref(boats, query)).toBe("/boats?view=all&q=n%C3%A1utica+%26+co&sort=name")
  expect(listedHref(boats, query, "7")).toBe("/boats/7?view=all&q=n%C3%A1utica+%26+co&sort=name")
  expect(listedHref(boats, readListQuery(boats, {}), "7")).toBe("/boats/7")
})

test("a cursor goes when the order or a filter changes, and stays when it is asked to", () => {
  const query = readListQuery(boats, { after: "cursor", owner: "me" })
  expect(listHref(boats, query, { filters: { status: "new" } })).toBe("/boats?status=new&owner=me")
  expect(listHref(boats, query, { after: query.after })).toBe("/boats?owner=me&after=cursor")
})

test("the whole view keeps its order and drops search and filters", () => {
  const query = readListQuery(boats, { view: "all", q: "x", status: "new", sort: "name" })
  expect(isNarrowed(query)).toBe(true)
  expect(wholeHref(boats, query)).toBe("/boats?view=all&sort=name")
  expect(wholeHref(boats, query, "afloat")).toBe("/boats?sort=name")
  expect(isNarrowed(readListQuery(boats, { view: "all", sort: "name" }))).toBe(false)
})

test("the head of a column starts its order, turns it round, and says which way it runs", () => {
  const query = readListQuery(boats, {})
  expect(sortLink(boats, query, "name")).toEqual({ href: "/boats?sort=name", direction: undefined })
  expect(sortLink(boats, query, "launched")).toEqual({ href: "/boats?dir=asc", direction: "descending" })
  expect(sortLink(boats, query, "launched", true).direction).toBe("ascending")
})
