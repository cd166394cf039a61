import { expect, test } from "vitest"
import type { JudgedMember } from "@/lib/commerce/hierarchies/rules"
import { refusalsOf } from "./member-refusals"

const ana: JudgedMember = { id: "ana", name: "Ana Silva", role: "admin", status: "active" }
const rui: JudgedMember = { id: "rui", name: "Rui Costa", role: "admin", status: "active" }
const eva: JudgedMember = { id: "eva", name: "Eva Lund", role: "user", status: "disabled" }
const free = { refusedByRole: null, suspended: null }

test("nothing can be done before somebody is selected", () => {
  expect(refusalsOf([], [ana, rui], free)).toMatchObject({ disable: "Select a user first.", remove: "Select a user first." })
})

test("each command says why it is off", () => {
  const refusals = refusalsOf([ana], [ana, eva], free)
  expect(refusals.remove).toContain("this is the only Admin")
  expect(refusals.explained).toBe("Enable is off: Ana Silva is Active already.")
  expect(refusalsOf([eva], [ana, eva], free)).toMatchObject({ enable: null, disable: "Eva Lund is Disabled already." })
})

test("two Admins can be removed one after the other, and so not both at once", () => {
  expect(refusalsOf([ana], [ana, rui], free).remove).toBeNull()
  expect(refusalsOf([ana, rui], [ana, rui], free).remove).toContain("Rui Costa cannot be removed")
})

test("in a suspended hierarchy nobody is enabled, and the role stands above everything", () => {
  expect(refusalsOf([eva], [ana, eva], { ...free, suspended: "Suspended." }).enable).toBe("Suspended.")
  expect(refusalsOf([eva], [ana, eva], { ...free, refusedByRole: "Seller cannot." })).toMatchObject({
    enable: "Seller cannot.",
    explained: null,
  })
})
