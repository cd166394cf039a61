import { expect, test } from "vitest"
import type { Editables } from "@/lib/platform/editable"
import { mergeEdit } from "./merge-edit"

const editables: Editables = {
  topic: { label: "Topic", kind: "text", column: "subject", isRequired: true },
  email: { label: "Email", kind: "email", column: "email" },
}
const record = { version: 3, subject: "Boats", email: null }

const edit = (changes: Record<string, string | null>, version = 3, base: Record<string, string | null> = {}) =>
  mergeEdit(editables, record, { version, changes, base })

test("an edit of the version that stands is written whole, whatever it says it was shown", () => {
  expect(edit({ topic: "Yachts", email: "a@b.example" }, 3, { topic: "Old" })).toEqual({
    data: { subject: "Yachts", email: "a@b.example" },
    changes: [
      { field: "topic", from: "Boats", to: "Yachts" },
      { field: "email", from: null, to: "a@b.example" },
    ],
    clashes: [],
    problems: {},
  })
})

test("of an edit of an older version, what nobody touched is written and the rest comes back as a clash", () => {
  const merged = edit({ topic: "Yachts", email: "a@b.example" }, 2, { topic: "Ships", email: null })
  expect(merged.data).toEqual({ email: "a@b.example" })
  expect(merged.clashes).toEqual([{ field: "topic", mine: "Yachts", theirs: "Boats", base: "Ships" }])
})

test("two who want the same do not clash", () => {
  expect(edit({ topic: "Boats" }, 2, { topic: "Ships" })).toMatchObject({ data: {}, changes: [], clashes: [] })
})

test("nothing of an edit is lost to a field that does not exist or a value that cannot stand: both are told", () => {
  expect(edit({ topic: "", email: "none", state: "won", constructor: "x" }).problems).toEqual({
    topic: "Topic cannot be empty",
    email: expect.stringContaining("needs an @"),
    state: "This field cannot be edited here",
    constructor: "This field cannot be edited here",
  })
})
