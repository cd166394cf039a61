import { describe, expect, test } from "vitest"
import {
  type CustomerStatus,
  refusalToArchive,
  refusalToChooseInvoiceAccount,
  refusalToCreate,
  refusalToEdit,
  refusalToEmploy,
  refusalToReactivate,
  type TiedCustomer,
} from "./rules"

const manager = { staffRole: "commerce_manager" } as const
const seller = { staffRole: "seller" } as const
const hierarchy = { number: "HIE-000001", name: "Atlântico", suspendedAt: null }
const suspended = { ...hierarchy, suspendedAt: new Date(0) }
const aCustomer = (given: Partial<TiedCustomer> = {}): TiedCustomer => ({
  ...{ number: "CUS-000001", name: "Atlântico", type: "organization", status: "active", hierarchies: [], memberships: [] },
  ...given,
})

describe.each(["provisional", "active", "archived"] as const satisfies CustomerStatus[])("a customer that is %s", (status) => {
  const customer = aCustomer({ status })
  const isArchived = status === "archived"

  test("is edited unless it is archived, by who may", () => {
    expect(refusalToEdit(customer, manager)?.code).toBe(isArchived ? "conflict" : undefined)
    expect(refusalToEdit(customer, seller)).toMatchObject({ code: "forbidden", message: expect.stringContaining("Commerce manager") })
  })

  test("is archived once, and reactivated when it is", () => {
    expect(refusalToArchive(customer, manager)?.code).toBe(isArchived ? "conflict" : undefined)
    expect(refusalToReactivate(customer, null, manager)?.code).toBe(isArchived ? undefined : "conflict")
    expect(refusalToArchive(customer, seller)?.code).toBe("forbidden")
    expect(refusalToReactivate(customer, null, seller)?.code).toBe("forbidden")
  })
})

test("an organization whose hierarchy runs is not archived; one whose hierarchy is suspended is", () => {
  expect(refusalToArchive(aCustomer({ hierarchies: [hierarchy] }), manager)?.message).toContain("HIE-000001")
  expect(refusalToArchive(aCustomer({ hierarchies: [suspended] }), manager)).toBeNull()
})

test("a user of a hierarchy that runs is not archived; one of a suspended hierarchy is", () => {
  expect(refusalToArchive(aCustomer({ type: "person", memberships: [{ hierarchy }] }), manager)?.message).toContain("Remove the user there")
  expect(refusalToArchive(aCustomer({ type: "person", memberships: [{ hierarchy: suspended }] }), manager)).toBeNull()
})

test("a person whose email somebody else signs in with by now is not reactivated", () => {
  expect(refusalToReactivate(aCustomer({ status: "archived" }), "CUS-000009", manager)?.message).toContain("CUS-000009")
})

test("an invoice account follows the seat, and is chosen by hand only without one", () => {
  expect(refusalToChooseInvoiceAccount(aCustomer(), manager)).toBeNull()
  expect(refusalToChooseInvoiceAccount(aCustomer({ memberships: [{ hierarchy }] }), manager)?.message).toContain(
    "cleared when the user is removed",
  )
  expect(refusalToChooseInvoiceAccount(aCustomer({ status: "archived" }), manager)?.code).toBe("conflict")
  expect(refusalToChooseInvoiceAccount(aCustomer(), seller)?.code).toBe("forbidden")
})

test("people order for an organization that is not Archived", () => {
  expect(refusalToEmploy(aCustomer())).toBeNull()
  expect(refusalToEmploy(aCustomer({ status: "provisional" }))).toBeNull()
  expect(refusalToEmploy(aCustomer({ status: "archived" }))?.message).toContain("Archived")
  expect(refusalToEmploy(aCustomer({ type: "person" }))?.message).toContain("is a Person")
})

test("customers are created by who may", () => {
  expect(refusalToCreate(manager)).toBeNull()
  expect(refusalToCreate(seller)?.code).toBe("forbidden")
})
