import { describe, expect, test } from "vitest"
import { companyKey, type MatchFacts, mailbox, matchKeys, noLists, personKey } from "./match-keys"

const facts = (given: Partial<MatchFacts>): MatchFacts => ({
  companyName: null,
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  website: null,
  taxId: null,
  country: null,
  street: null,
  postalCode: null,
  ...given,
})
const keys = (given: Partial<MatchFacts>) => matchKeys(facts(given))

describe("one company, however its name is written", () => {
  test.each([
    ["Contoso Ltd.", "CONTOSO LIMITED"],
    ["Contoso, S.A.", "Contoso S. A."],
    ["Contoso", "contoso sociedade anónima"],
    ["Müller & Söhne GmbH & Co. KG", "Mueller und Soehne GmbH"],
    ["Müller Maschinenbau", "MULLER MASCHINENBAU AG"],
    ["Bäcker GmbH", "Backer Gesellschaft mit beschränkter Haftung"],
    ["Ålborg Værft A/S", "Aalborg Vaerft AS"],
    ["Łódka Sp. z o.o.", "Lodka spółka z ograniczoną odpowiedzialnością"],
    ["Işık Tekstil A.Ş.", "ISIK TEKSTIL AS"],
    ["ООО «Ромашка»", "Romashka OOO"],
    ["Южный Ветер", "Yuzhny Veter LLC"],
    ["Южный Ветер", "Juzhnyj Veter"],
    ["Θάλασσα Α.Ε.", "Thalassa S.A."],
    ["Χρυσή Ακτή ΕΠΕ", "Chrysi Akti EPE"],
    ["Μπουρνάζος", "Bournazos"],
    ["Novák s.r.o.", "Novak, spol. s r. o."],
    ["The Harbour & Finch", "Harbour and Finch PLC"],
    ["O’Neill Ltd", "ONeill"],
  ])("%s is %s", (one, other) => expect(companyKey(one)).toBe(companyKey(other)))

  test.each([
    ["Northwind Traders", "Southwind Traders"],
    ["Contoso Iberia", "Contoso Deutschland"],
    ["A. Silva", "B. Silva"],
  ])("%s is not %s", (one, other) => expect(companyKey(one)).not.toBe(companyKey(other)))

  test("a name that is nothing but a legal form keeps it", () => {
    expect(companyKey("AG")).toBe("ag")
    expect(companyKey("Limited Company")).not.toBe("")
    expect(companyKey("株式会社")).toBe("株式会社")
  })

  test("a legal form that the house adds counts as one", () => {
    expect(companyKey("Contoso Cooperativa", ["Cooperativa"])).toBe(companyKey("Contoso"))
    expect(companyKey("Contoso K.f.f.", ["K.F.F."])).toBe(companyKey("Contoso"))
  })
})

describe("one person, however the name is written", () => {
  test.each([
    [
      ["Ana", "Silva"],
      ["SILVA", "Ana"],
    ],
    [
      ["José", "Conceição"],
      ["Jose", "Conceicao"],
    ],
    [
      ["Юрий", "Щербаков"],
      ["Yuri", "Shcherbakov"],
    ],
    [
      ["Søren", "Kjær"],
      ["Soeren", "Kjaer"],
    ],
    [
      ["Dr. Käthe", "Weiß"],
      ["Kaethe", "Weiss"],
    ],
  ] as const)("%s is %s", ([first, last], [otherFirst, otherLast]) => expect(personKey(first, last)).toBe(personKey(otherFirst, otherLast)))
})

describe("a mailbox", () => {
  test.each([
    ["Ana.Silva+news@Gmail.com", "anasilva@gmail.com"],
    ["ana.silva@googlemail.com", "anasilva@gmail.com"],
    ["ana.silva+crm@contoso.com", "ana.silva@contoso.com"],
    ["ana.silva@contoso.com", "ana.silva@contoso.com"],
    ["ana@me.com", "ana@icloud.com"],
    ["ana@MÜLLER.example", "ana@xn--mller-kva.example"],
    ["ａｎａ@contoso.com", "ana@contoso.com"],
  ])("%s is %s", (typed, key) => expect(mailbox(typed)).toBe(key))
  test.each([null, "", "nobody", "a@b@c", "@contoso.com"])("%s is none", (typed) => expect(mailbox(typed)).toBeNull())
})

describe("a domain", () => {
  test.each([
    ["https://www.shop.contoso.co.uk/about", "contoso.co.uk"],
    ["contoso.com", "contoso.com"],
    ["https://contoso.github.io", "contoso.github.io"],
    ["https://facebook.com/contoso", null],
    [null, null],
  ])("%s tells %s", (website, domain) => expect(keys({ website }).siteDomain).toBe(domain))
  test("of an email counts unless many share it, by all or by this house", () => {
    expect(keys({ email: "ana@mail.contoso.com" }).mailDomain).toBe("contoso.com")
    expect(keys({ email: "ana@gmail.com" }).mailDomain).toBeNull()
    expect(matchKeys(facts({ email: "ana@coworking.example" }), { ...noLists, sharedDomains: ["coworking.example"] }).mailDomain).toBeNull()
  })
})

describe("numbers", () => {
  test.each([
    ["+351 265 548 210", "351265548210"],
    ["+14255550100;ext=9", "14255550100"],
    ["12345", null],
  ])("the phone %s is %s", (phone, key) => expect(keys({ phone }).phone).toBe(key))
  test.each([
    ["PT509218440", "PT", "509218440"],
    ["509.218.440", "PT", "509218440"],
    ["EL123456789", "GR", "123456789"],
    ["DE123456789", "PT", "DE123456789"],
    ["12", "PT", null],
  ])("the tax ID %s of %s is %s", (taxId, country, key) => expect(keys({ taxId, country }).taxId).toBe(key))
  test.each([
    ["Rua do Porto 114", "2900-213", "2900213 114"],
    ["114 Harbour Street", "EH1 1YZ", "EH11YZ 114"],
    ["Rua 25 de Abril 14 A", "2900-213", "2900213 14A"],
    ["Rua do Porto, 114, 2º Esq", "2900213", "2900213 114"],
    ["Am Hafen", "20457", null],
    ["Rua do Porto 114", null, null],
  ])("the place of %s, %s is %s", (street, postalCode, place) => expect(keys({ street, postalCode }).place).toBe(place))
})
