import { expect, test } from "vitest"
import { leadList } from "./leads/views"
import { isRecordId, listHref, readListQuery, recordHref } from "./list-query"

test("what is not asked for is the default view, newest first", () => {
  expect(readListQuery(leadList, {})).toMatchObject({ view: "commerce", q: "", status: null, owner: null, sort: "created", dir: "desc" })
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
  expect(readListQuery(leadList, asked)).toEqual(readListQuery(leadList, {}))
})

test("a search is trimmed and carries no zero byte", () => {
  expect(readListQuery(leadList, { q: "  ha\0fen " }).q).toBe("hafen")
})

test("an address says only what does not go without saying", () => {
  const query = readListQuery(leadList, { view: "open", sort: "company", dir: "asc", q: "náutica & co", after: "cursor" })
  expect(listHref(leadList, query)).toBe("/sales/leads?view=open&q=n%C3%A1utica+%26+co&sort=company")
  expect(recordHref(leadList, readListQuery(leadList, {}), "7")).toBe("/sales/leads/7")
})

test("a cursor goes when the order or a filter changes, and stays when it is asked to", () => {
  const query = readListQuery(leadList, { after: "cursor" })
  expect(listHref(leadList, query, { status: "new" })).toBe("/sales/leads?status=new")
  expect(listHref(leadList, query, { after: query.after })).toBe("/sales/leads?after=cursor")
})

test("only a UUID is a record's id", () => {
  expect(isRecordId("01a20363-f7ca-7545-bec6-8dc9daeb3719")).toBe(true)
  for (const other of ["", "7", "x", null, undefined, ["01a20363-f7ca-7545-bec6-8dc9daeb3719"]]) expect(isRecordId(other)).toBe(false)
})
