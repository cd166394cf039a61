import { expect, test } from "vitest"
import { fillPlaceholders, namesLink, unknownPlaceholders } from "./placeholders"

const values = {
  firstname: "Ana",
  lastname: "Silva",
  company: "O'Brien & <b>Sons</b> %lastname% $&",
  email: "ana@example.com",
  zipcode: "2900-213",
  comments: "",
  storename: "Harbourline",
  storeurl: "https://harbourline.example",
  reference: "PRO-000118",
}

test("each placeholder is filled once, and values are taken as they are", () => {
  expect(fillPlaceholders("Hello %firstname% of %company%, %reference%%comments%.", values)).toBe(
    "Hello Ana of O'Brien & <b>Sons</b> %lastname% $&, PRO-000118.",
  )
})

test("the private link stays a placeholder until it is given", () => {
  expect(fillPlaceholders("See %link%", values)).toBe("See %link%")
  expect(fillPlaceholders("See %link%", values, "https://x")).toBe("See https://x")
  expect(namesLink("See %link%")).toBe(true)
  expect(namesLink("See %storeurl%")).toBe(false)
})

test("percent signs that are no placeholder stay, and unknown names are found", () => {
  expect(fillPlaceholders("50% off, 100%", values)).toBe("50% off, 100%")
  expect(unknownPlaceholders("%firstname% %surname% %surname% 50% %link%")).toEqual(["%surname%"])
})
