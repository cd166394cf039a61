import { expect, test } from "vitest"
import { holding } from "./holding"

const people = [
  { name: "Björk Guðmundsdóttir", email: "b.g@harbourline.example" },
  { name: "Ana Silva", email: null },
]
const found = (q: string) => holding(q, people, ({ name, email }) => [name, email]).map(({ name }) => name)

test.each([
  ["", ["Björk Guðmundsdóttir", "Ana Silva"]],
  ["BJORK", ["Björk Guðmundsdóttir"]],
  ["ana  s", ["Ana Silva"]],
  ["harbourline", ["Björk Guðmundsdóttir"]],
  ["%", []],
  ["_", []],
  ["\\", []],
  ["null", []],
])("%j finds %j", (q, names) => {
  expect(found(q)).toEqual(names)
})
