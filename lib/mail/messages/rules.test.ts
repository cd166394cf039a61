import { expect, test } from "vitest"
import type { StaffRole } from "@/lib/identity/permissions"
import { refusalToCancel, refusalToLink, refusalToMessage } from "./rules"

const as = (id: string, staffRole: StaffRole = "seller") => ({ id, staffRole })

test.each([
  ["seller", "ana@example.com", null],
  ["seller", null, "conflict"],
  ["sales_manager", "ana@example.com", null],
  ["administrator", "ana@example.com", null],
  ["commerce_manager", "ana@example.com", "forbidden"],
  ["auditor", "ana@example.com", "forbidden"],
] as const)("%s writes to %s: %s", (role, email, code) => {
  expect(refusalToMessage({ email }, as("x", role))?.code ?? null).toBe(code)
})

test.each([
  ["waiting", "author", "seller", null],
  ["waiting", "stranger", "seller", "forbidden"],
  ["waiting", "stranger", "sales_manager", null],
  ["waiting", "author", "auditor", "forbidden"],
  ["sending", "author", "seller", "conflict"],
  ["sent", "author", "seller", "conflict"],
  ["failed", "author", "seller", "conflict"],
  ["canceled", "author", "seller", "conflict"],
] as const)("a %s email, canceled by %s as %s: %s", (state, id, role, code) => {
  expect(refusalToCancel({ state, actorId: "author" }, as(id, role))?.code ?? null).toBe(code)
})

test.each([
  ["Hello", "See %link%", "a prospect", null],
  ["Hello", "See %link%", null, "invalid"],
  ["Hello", "Hello", null, null],
  ["%link%", "Hello", "a prospect", "invalid"],
] as const)("subject %s, text %s, for %s: %s", (subject, text, prospectId, code) => {
  expect(refusalToLink({ subject, text }, prospectId)?.code ?? null).toBe(code)
})
