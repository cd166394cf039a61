import { describe, expect, test } from "vitest"
import { staffRoles } from "@/lib/identity/permissions"
import { refusalToChangeMessage, refusalToDiscuss } from "./rules"

describe("who writes to colleagues about a request", () => {
  test.each(staffRoles.map((staffRole) => [staffRole, staffRole !== "auditor"] as const))("%s: %s", (staffRole, mayWrite) => {
    expect(refusalToDiscuss({ id: "me", staffRole }) === null).toBe(mayWrite)
  })

  test("who only looks reads who can", () => {
    expect(refusalToDiscuss({ id: "me", staffRole: "auditor" })?.message).toContain("Auditor cannot write about requests")
  })
})

describe("who changes a message", () => {
  const message = { authorId: "henrik", authorName: "Henrik Aalto" }
  test.each([
    ["its author", "henrik", "commerce_manager", null],
    ["a colleague", "irja", "commerce_manager", "Only Henrik Aalto can change or delete it."],
    ["an administrator", "ada", "administrator", "Only Henrik Aalto can change or delete it."],
    ["its author, who may write no more", "henrik", "auditor", "cannot write about requests"],
  ] as const)("%s", (_, id, staffRole, refused) => {
    const refusal = refusalToChangeMessage(message, { id, staffRole })
    if (refused === null) expect(refusal).toBeNull()
    else expect(refusal?.message).toContain(refused)
  })
})
