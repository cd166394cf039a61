import { describe, expect, test } from "vitest"
import { roleRefusal } from "@/components/shell/role-refusal"
import { refusalByOwner, refusalByRole } from "@/lib/sales/worker"
import { may, permissions, roleName, staffRoles, whoMay } from "./permissions"
import { eitherOf, whoCan } from "./who-can"

const cells = permissions.flatMap((permission) => staffRoles.map((role) => ({ permission, role })))

describe("whoever cannot is told who can", () => {
  test.each(cells)("$permission as $role", ({ permission, role }) => {
    const refusals = [
      refusalByRole({ id: null, staffRole: role }, permission, "do it")?.message ?? null,
      roleRefusal(role, permission, "do it"),
    ]
    for (const refusal of refusals) {
      if (may(role, permission)) expect(refusal).toBeNull()
      else {
        expect(refusal).toContain(`${roleName(role)} cannot do it.`)
        for (const able of whoMay(permission)) expect(refusal).toContain(able)
      }
    }
  })

  test("every permission is carried by somebody", () => {
    expect(permissions.filter((permission) => whoMay(permission).length === 0)).toEqual([])
  })
})

test("the owner of a record is named, and who can assign it anew", () => {
  const refusal = refusalByOwner({ id: "b", staffRole: "seller" }, { ownerId: "a", ownerName: "Maja Lindqvist" }, "qualify it")
  expect(refusal?.message).toBe(
    "Maja Lindqvist owns this and can qualify it. A Sales manager or Administrator can too, or can assign it to you.",
  )
})

test("people are named after their roles", () => {
  expect(whoCan("staff:edit")).toBe("An Administrator can.")
  expect(whoCan("staff:edit", ["Ada King", "Bo Lind", "Cy Ray"])).toBe("An Administrator can: Ada King, Bo Lind or Cy Ray.")
  expect(eitherOf([])).toBe("")
})
