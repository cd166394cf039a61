import { expect, test } from "vitest"
import {
  isChanged,
  listedHref,
  listHref,
  otherThan,
  revertHref,
  savedHref,
  sortLink,
  systemHref,
  viewDefinition,
  wholeHref,
} from "./list-href"
import { asksForView, isNarrowed, type ListShape, readListQuery, readSearch, sortsOf } from "./list-query"

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
  const unasked = { where: null, columns: null, group: null, layout: "grid", after: null, before: null, saved: null, isNamed: false }
  expect(readListQuery(boats, {})).toEqual({ ...nothing, ...unasked })
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

test("an order that says nothing in a view is not offered there, and counts as not asked", () => {
  const owned = { ...boats, sortsIn: { name: ["all"] } } as const
  expect(sortsOf(owned, "all")).toEqual(["launched", "name"])
  expect(sortsOf(owned, "afloat")).toEqual(["launched"])
  expect(readListQuery(owned, { view: "all", sort: "name" })).toMatchObject({ sort: "name", dir: "asc" })
  expect(readListQuery(owned, { sort: "name" })).toMatchObject({ sort: "launched", dir: "desc" })
})

const yard: ListShape<never, "name", "all"> = {
  path: "/yard",
  views: { all: "All" },
  firstView: "all",
  filters: {},
  sorts: { name: "asc" },
  firstSort: "name",
  fields: {
    name: { label: "Name", kind: "text" },
    hull: { label: "Hull", kind: "choice", words: { oak: "Oak" } },
    owner: { label: "Owner", kind: "person" },
  },
  columns: ["name", "owner"],
  groups: ["hull"],
}

test("columns are chosen, ordered and drawn wide; the name stays first, and what is no field is left out", () => {
  expect(readListQuery(yard, { cols: "hull:220,name,hull,__proto__,owner:9999" }).columns).toEqual([
    { field: "name", width: null },
    { field: "hull", width: 220 },
    { field: "owner", width: null },
  ])
  expect(readListQuery(yard, { cols: "nothing" }).columns).toBeNull()
  expect(readListQuery(boats, { cols: "name", f: '["name","empty"]', group: "hull", as: "board" })).toMatchObject({
    columns: null,
    where: null,
    group: null,
    layout: "grid",
  })
})

test("the list's own columns need not be said; a width, an order or another column must", () => {
  const own = yard.columns ?? []
  const choices = own.map((field) => ({ field, width: null }))
  expect(readListQuery(yard, { cols: "name,owner" }).columns).toBeNull()
  expect(otherThan(own, choices)).toBeNull()
  expect(otherThan(own, [...choices].reverse())).not.toBeNull()
  expect(
    otherThan(
      own,
      choices.map((choice) => ({ ...choice, width: 90 })),
    ),
  ).not.toBeNull()
  expect(otherThan(own, choices.slice(1))).not.toBeNull()
})

test("a place, a preview or a dialog asks for no view; everything that a view is made of does", () => {
  expect(asksForView(yard, { after: "cursor", before: undefined, peek: somebody, do: "qualify", lead: somebody })).toBe(false)
  for (const said of ["view", "q", "f", "cols", "group", "as", "sort", "dir", "hull"]) expect(asksForView(yard, { [said]: "x" })).toBe(true)
})

test("a saved view says only what was changed since, and can be taken back to what was saved", () => {
  const saved = { id: somebody, name: "Oak", definition: { f: '["hull","is","oak"]', group: "hull" } }
  const asSaved = readListQuery(yard, { view: somebody }, saved)
  expect(asSaved).toMatchObject({ where: ["hull", "is", "oak"], group: "hull", view: "all" })
  expect(isChanged(yard, asSaved)).toBe(false)
  expect(listHref(yard, asSaved)).toBe(`/yard?view=${somebody}`)
  const widened = listHref(yard, asSaved, { where: null, layout: "board" })
  expect(widened).toBe(`/yard?view=${somebody}&f=-&as=board`)
  const again = readListQuery(yard, Object.fromEntries(new URLSearchParams(widened.split("?")[1])), saved)
  expect(again).toMatchObject({ where: null, layout: "board", group: "hull" })
  expect(isChanged(yard, again)).toBe(true)
  expect(viewDefinition(yard, again)).toEqual({ group: "hull", as: "board" })
  expect(savedHref(yard, somebody)).toBe(`/yard?view=${somebody}`)
})

test("a system view that was changed says so, and reverts to itself with its search", () => {
  const asIs = readListQuery(yard, { q: "oak" })
  expect(isChanged(yard, asIs)).toBe(false)
  const changed = readListQuery(yard, { q: "oak", group: "hull", dir: "desc" })
  expect(isChanged(yard, changed)).toBe(true)
  expect(revertHref(yard, changed)).toBe("/yard?q=oak")
  expect(isChanged(boats, readListQuery(boats, { view: "all" }))).toBe(false)
})

test("where a list opens with somebody's default, each other view is named", () => {
  const query = readListQuery(boats, { view: "afloat" }, null, true)
  expect(listHref(boats, query, { sort: "name", dir: "asc" })).toBe("/boats?view=afloat&sort=name")
  expect(systemHref(boats, "afloat", true)).toBe("/boats?view=afloat")
  expect(systemHref(boats, "afloat")).toBe("/boats")
  expect(revertHref(boats, query)).toBe("/boats?view=afloat")
})

test("a choice or a person is asked in short, beside the filter", () => {
  expect(readListQuery(yard, { hull: "oak" }).where).toEqual(["hull", "is", "oak"])
  expect(readListQuery(yard, { owner: "none" }).where).toEqual(["owner", "empty"])
  expect(readListQuery(yard, { owner: "me", hull: "oak", f: '["name","contains","a"]' }).where).toEqual([
    "and",
    ["name", "contains", "a"],
    ["hull", "is", "oak"],
    ["owner", "is", "me"],
  ])
  expect(readListQuery(yard, { hull: "elm", name: "a", owner: "x" }).where).toBeNull()
})
