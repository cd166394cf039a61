import { describe, expect, test } from "vitest"
import { type JudgedStaff, refusalToChangeStaffRole, refusalToDisableStaff, refusalToEnableStaff, refusalToInvite } from "./staff-rules"

const noor: JudgedStaff = { name: "Noor Haddad", staffRole: "administrator", disabledAt: null, hasPassword: true }
const disabled = { ...noor, disabledAt: new Date(0) }

describe("invite", () => {
  test("somebody new and a partner's user can be invited", () => {
    expect(refusalToInvite(null, "seller")).toBeNull()
    expect(refusalToInvite({ ...noor, staffRole: null }, "seller")).toBeNull()
  })

  test("somebody without a password is invited again, in the same role alone", () => {
    expect(refusalToInvite({ ...noor, hasPassword: false }, "administrator")).toBeNull()
    expect(refusalToInvite({ ...noor, hasPassword: false }, "seller")?.code).toBe("conflict")
  })

  test("who works here already is not invited", () => {
    expect(refusalToInvite(noor, "administrator")?.message).toContain("Change the role instead")
    expect(refusalToInvite(disabled, "administrator")?.message).toContain("Enable them instead")
  })
})

describe("the last Administrator", () => {
  test("is neither disabled nor given another role", () => {
    expect(refusalToDisableStaff(noor, 0)?.message).toContain("only Administrator")
    expect(refusalToChangeStaffRole(noor, "seller", 0)?.message).toContain("only Administrator")
  })

  test("is no longer the last once there is another", () => {
    expect(refusalToDisableStaff(noor, 1)).toBeNull()
    expect(refusalToChangeStaffRole(noor, "seller", 1)).toBeNull()
  })

  test("somebody else, or a disabled Administrator, is not", () => {
    expect(refusalToDisableStaff({ ...noor, staffRole: "seller" }, 0)).toBeNull()
    expect(refusalToChangeStaffRole(disabled, "seller", 0)).toBeNull()
  })
})

test("what is so already is refused", () => {
  expect(refusalToChangeStaffRole(noor, "administrator", 1)?.code).toBe("conflict")
  expect(refusalToDisableStaff(disabled, 1)?.code).toBe("conflict")
  expect(refusalToEnableStaff(noor)?.code).toBe("conflict")
  expect(refusalToEnableStaff(disabled)).toBeNull()
})
