import { describe, expect, test } from "vitest"
import {
  type JudgedMember,
  type MemberRole,
  type MemberStatus,
  memberMoves,
  memberNames,
  memberStatuses,
  refusalToAccept,
  refusalToAddAgainOwn,
  refusalToChangeRole,
  refusalToDisable,
  refusalToDisableOwn,
  refusalToEnable,
  refusalToEnableOwn,
  refusalToInviteAgain,
  refusalToInviteAgainOwn,
  refusalToRemove,
  refusalToRemoveOwn,
} from "./rules"

const roles: MemberRole[] = ["admin", "user"]
const statuses: MemberStatus[] = ["pending", "active", "disabled"]
const ana = (role: MemberRole, status: MemberStatus): JudgedMember => ({ id: "ana", name: "Ana Silva", role, status })

/** Who else is in the hierarchy, and for which statuses of an Admin that is somebody who can take over. */
const others = {
  nobody: { members: [], coversFor: [] },
  "an Active User": { members: [{ role: "user", status: "active" }], coversFor: [] },
  "a Disabled Admin": { members: [{ role: "admin", status: "disabled" }], coversFor: [] },
  "a Pending Admin": { members: [{ role: "admin", status: "pending" }], coversFor: ["pending"] },
  "an Active Admin": { members: [{ role: "admin", status: "active" }], coversFor: ["pending", "active"] },
} as const satisfies Record<string, { members: { role: MemberRole; status: MemberStatus }[]; coversFor: MemberStatus[] }>

const cells = roles.flatMap((role) =>
  statuses.flatMap((status) => (Object.keys(others) as (keyof typeof others)[]).map((beside) => ({ role, status, beside }))),
)

function world(role: MemberRole, status: MemberStatus, beside: keyof typeof others) {
  const member = ana(role, status)
  const everyone = [member, ...others[beside].members.map((other, place) => ({ ...other, id: `other-${place}`, name: "Rui Costa" }))]
  const coversFor: readonly MemberStatus[] = others[beside].coversFor
  return { member, everyone, isLastAdmin: role === "admin" && status !== "disabled" && !coversFor.includes(status) }
}

describe("a member's moves", () => {
  test("are these and no others", () => {
    expect(memberMoves).toEqual({ pending: ["active", "disabled"], active: ["disabled"], disabled: ["pending", "active"] })
  })

  test.each(cells)("a $status $role beside $beside is removed unless that leaves no Admin", ({ role, status, beside }) => {
    const { member, everyone, isLastAdmin } = world(role, status, beside)
    const refusal = refusalToRemove(member, everyone)
    expect(refusal === null).toBe(!isLastAdmin)
    const way = beside === "nobody" ? ", or delete the hierarchy" : ""
    if (refusal) expect(refusal.message).toBe(`Ana Silva cannot be removed: this is the only Admin. Make another user Admin first${way}.`)
  })

  test.each(cells)("a $status $role beside $beside is disabled unless that leaves no Admin", ({ role, status, beside }) => {
    const { member, everyone, isLastAdmin } = world(role, status, beside)
    expect(refusalToDisable(member, everyone) === null).toBe(status !== "disabled" && !isLastAdmin)
  })

  test.each(cells)("a $status $role beside $beside gets the other role unless that leaves no Admin", ({ role, status, beside }) => {
    const { member, everyone, isLastAdmin } = world(role, status, beside)
    const to = role === "admin" ? "user" : "admin"
    expect(refusalToChangeRole(member, to, everyone) === null).toBe(to === "admin" || !isLastAdmin)
    expect(refusalToChangeRole(member, role, everyone)).toMatchObject({ code: "conflict" })
  })

  test.each(statuses)("one that is %s is enabled only from Disabled, and accepts only while Pending", (status) => {
    expect(refusalToEnable(ana("user", status)) === null).toBe(status === "disabled")
    expect(refusalToAccept(ana("user", status)) === null).toBe(status === "pending")
    if (status === "active") expect(refusalToEnable(ana("user", status))?.message).toContain(memberStatuses.active)
  })
})

test("who was taken along is enabled while Pending, and does not stand in for an Admin before", () => {
  const rui: JudgedMember = { id: "rui", name: "Rui Costa", role: "admin", status: "pending", awaitsEnable: true }
  expect(refusalToEnable(rui)).toBeNull()
  expect(refusalToRemove(ana("admin", "pending"), [ana("admin", "pending"), rui])).not.toBeNull()
  expect(refusalToRemove(ana("admin", "pending"), [ana("admin", "pending"), { ...rui, awaitsEnable: false }])).toBeNull()
})

describe("an Admin of the organization", () => {
  test.each(cells)("disables a $status $role beside $beside where the store could, but never themselves", ({ role, status, beside }) => {
    const { member, everyone } = world(role, status, beside)
    expect(refusalToDisableOwn({ ...member, isYou: false }, everyone)).toEqual(refusalToDisable(member, everyone))
    expect(refusalToDisableOwn({ ...member, isYou: true }, everyone)?.message).toContain("You cannot disable yourself")
  })

  test.each(cells)(
    "removes a $status $role beside $beside where the store could, unless the store disabled them",
    ({ role, status, beside }) => {
      const { member, everyone } = world(role, status, beside)
      const refusal = refusalToRemoveOwn(member, everyone)
      if (status === "disabled") expect(refusal?.message).toBe("The store disabled Ana Silva, and only the store removes them.")
      else expect(refusal).toEqual(refusalToRemove(member, everyone))
      expect(refusalToRemoveOwn({ ...member, disabledByOwn: true }, everyone)).toEqual(refusalToRemove(member, everyone))
    },
  )

  test("moves nobody who waits to be enabled by the store", () => {
    const rui = { ...ana("user", "pending"), awaitsEnable: true }
    const waits = { code: "forbidden", message: "Ana Silva waits to be enabled by the store." }
    expect(refusalToDisableOwn({ ...rui, isYou: false }, [rui])).toEqual(waits)
    expect(refusalToEnableOwn(rui)).toEqual(waits)
    expect(refusalToRemoveOwn(rui, [rui])).toEqual(waits)
    expect(refusalToInviteAgainOwn({ ...rui, invitedAt: new Date(0) }, new Date())).toEqual(waits)
  })

  test("invites nobody whom the store disabled", () => {
    const disabled = { ...ana("user", "disabled"), invitedAt: new Date(0) }
    expect(refusalToInviteAgainOwn(disabled, new Date())?.message).toContain("The store disabled")
    const byOwn = { ...disabled, disabledByOwn: true }
    expect(refusalToInviteAgainOwn(byOwn, new Date())).toEqual(refusalToInviteAgain(byOwn, new Date()))
  })

  test.each<[MemberStatus, boolean, boolean, string | null]>([
    ["active", false, false, null],
    ["pending", false, false, null],
    ["disabled", true, false, null],
    ["disabled", false, false, "The store disabled Ana Silva, and only the store adds them again."],
    ["active", false, true, "The store archived Ana Silva, and only the store adds them again."],
    ["disabled", true, true, "The store archived Ana Silva, and only the store adds them again."],
  ])("adds one again who was removed while %s (by themselves: %s; archived since: %s): %s", (status, disabledByOwn, isArchived, why) => {
    expect(refusalToAddAgainOwn({ ...ana("user", status), disabledByOwn, isArchived })?.message ?? null).toBe(why)
  })

  test("disables nobody twice, and the store whom they disabled", () => {
    const byOwn = { ...ana("user", "disabled"), disabledByOwn: true }
    expect(refusalToDisableOwn({ ...byOwn, isYou: false }, [byOwn])?.message).toContain("is Disabled already")
    expect(refusalToDisable(byOwn, [byOwn])).toBeNull()
  })

  test.each<[MemberStatus, { awaitsEnable?: boolean; disabledByOwn?: boolean }, string | null]>([
    ["active", {}, "is Active already"],
    ["pending", {}, "is Pending already"],
    ["pending", { awaitsEnable: true }, "waits to be enabled by the store"],
    ["disabled", {}, "The store disabled Ana Silva"],
    ["disabled", { disabledByOwn: false }, "The store disabled Ana Silva"],
    ["disabled", { disabledByOwn: true }, null],
  ])("enables one that is %s, %o: %s", (status, how, why) => {
    const refusal = refusalToEnableOwn({ ...ana("user", status), ...how })
    expect(refusal?.message ?? null).toEqual(why && expect.stringContaining(why))
  })
})

test.each<[MemberStatus, boolean, number, string | null]>([
  ["pending", false, 5, null],
  ["pending", false, 4.9, "Give the email some time"],
  ["pending", true, 60, "was not invited yet"],
  ["active", false, 60, "has accepted the invitation already"],
  ["disabled", false, 60, "is Disabled. Enable them first"],
])("one that is %s (taken along: %s), invited %d minutes ago, is invited again: %s", (status, awaitsEnable, minutes, why) => {
  const now = new Date()
  const member = { ...ana("user", status), awaitsEnable, invitedAt: new Date(now.getTime() - minutes * 60_000) }
  expect(refusalToInviteAgain(member, now)?.message ?? null).toEqual(why && expect.stringContaining(why))
})

test("a member bears the name that the organization gave, or else the customer's", () => {
  const customer = { firstName: "Ana", lastName: "Silva" }
  expect(memberNames({ firstName: null, lastName: null, customer })).toEqual(customer)
  expect(memberNames({ firstName: "A.", lastName: "S.", customer })).toEqual({ firstName: "A.", lastName: "S." })
})
