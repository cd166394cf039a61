import { expect, test } from "vitest"
import { refusalsOf } from "./member-refusals"

const long = { invitedAt: new Date("2026-01-01") }
const ana = { ...long, id: "ana", name: "Ana Silva", role: "admin", status: "active" } as const
const rui = { ...long, id: "rui", name: "Rui Costa", role: "admin", status: "active" } as const
const eva = { ...long, id: "eva", name: "Eva Lund", role: "user", status: "disabled" } as const
const ida = { ...long, id: "ida", name: "Ida Holm", role: "user", status: "pending" } as const
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

test("whoever has not accepted is invited again, all who are ticked or none", () => {
  expect(refusalsOf([ida], [ana, ida], free).inviteAgain).toBeNull()
  expect(refusalsOf([ida, ana], [ana, ida], free).inviteAgain).toContain("Ana Silva has accepted")
  expect(refusalsOf([ida], [ana, ida], free, new Date(long.invitedAt.getTime() + 60_000)).inviteAgain).toContain("Give the email some time")
})

test("in a suspended hierarchy nobody is enabled, and the role stands above everything", () => {
  expect(refusalsOf([eva], [ana, eva], { ...free, suspended: "Suspended." }).enable).toBe("Suspended.")
  expect(refusalsOf([eva], [ana, eva], { ...free, refusedByRole: "Seller cannot." })).toMatchObject({
    enable: "Seller cannot.",
    explained: null,
  })
})
