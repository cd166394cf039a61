import { expect, test } from "vitest"
import { customerEditables } from "./editables"
import { customerFieldKeys, customerFields, customerSections, fieldsOf, isOf } from "./fields"
import { customerLists } from "./rules"

const codes = Object.fromEntries(Object.keys(customerLists).map((list) => [list, {}])) as Parameters<typeof customerEditables>[1]

test("every field stands in one section of each type of customer that has it", () => {
  for (const type of ["organization", "person"] as const) {
    const shown = Object.keys(customerSections).flatMap((section) => fieldsOf(type, section as keyof typeof customerSections))
    expect([...shown].sort()).toEqual(customerFieldKeys.filter((key) => isOf(customerFields[key], type)).sort())
  }
})

test("what Override copies is edited by hand too, and belongs to everybody", () => {
  for (const key of customerFieldKeys) {
    const { isOverridable, isEditable, of, column } = customerFields[key]
    if (isOverridable) expect({ key, isEditable, of, column }).toEqual({ key, isEditable: true, of: "both", column: expect.any(String) })
  }
})

test("an organization has a name, a person two and an email that cannot be empty", () => {
  const [organization, person] = [customerEditables("organization", codes), customerEditables("person", codes)]
  expect(Object.keys(organization)).toContain("name")
  expect(Object.keys(person)).not.toContain("name")
  expect([organization.email?.isRequired, person.email?.isRequired, person.lastName?.isRequired]).toEqual([undefined, true, true])
})

test("the invoice account, the status and what hierarchies say are not edited in their place, and the catalogue says why", () => {
  for (const key of ["invoiceAccount", "status", "hierarchy", "b2bAdministrator", "channels"] as const)
    expect({ key, isEditable: customerFields[key].isEditable, why: customerFields[key].why }).toEqual({
      key,
      isEditable: undefined,
      why: expect.any(String),
    })
})
