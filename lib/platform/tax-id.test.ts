import { describe, expect, test } from "vitest"
import { normaliseTaxId, taxIdProblem } from "./tax-id"
import { taxIdHint } from "./tax-id-forms"

describe("a real tax ID is taken and stored in one spelling", () => {
  test.each([
    ["PT", "PT 509 442 013", "PT509442013"],
    ["PT", "509442013", "PT509442013"],
    ["DE", "DE 136 695 976", "DE136695976"],
    ["DE", "181/815/08155", "18181508155"],
    ["AT", "ATU13585627", "ATU13585627"],
    ["AT", "13585627", "ATU13585627"],
    ["BE", "BE 0403.019.261", "BE0403019261"],
    ["BE", "403019261", "BE0403019261"],
    ["BG", "BG175074752", "BG175074752"],
    ["CY", "CY10259033P", "CY10259033P"],
    ["CZ", "CZ25123891", "CZ25123891"],
    ["DK", "13 58 56 28", "DK13585628"],
    ["EE", "EE100931558", "EE100931558"],
    ["EE", "12345678", "12345678"],
    ["ES", "ES B-58378431", "ESB58378431"],
    ["FI", "2077474-0", "FI20774740"],
    ["FR", "FR 40 303265045", "FR40303265045"],
    ["FR", "552 008 443", "552008443"],
    ["FR", "732 829 320 00074", "73282932000074"],
    ["GR", "EL094259216", "EL094259216"],
    ["GR", "GR 094259216", "EL094259216"],
    ["HR", "HR33392005961", "HR33392005961"],
    ["HU", "12892312", "HU12892312"],
    ["HU", "12892312-2-41", "HU12892312"],
    ["IE", "IE6433435F", "IE6433435F"],
    ["IT", "IT 00743110157", "IT00743110157"],
    ["LT", "LT119511515", "LT119511515"],
    ["LU", "LU 150 274 42", "LU15027442"],
    ["LV", "LV40003521600", "LV40003521600"],
    ["MT", "MT11679112", "MT11679112"],
    ["NL", "NL 0044.95.445.B.01", "NL004495445B01"],
    ["PL", "PL 856-734-62-15", "PL8567346215"],
    ["RO", "RO 18547290", "RO18547290"],
    ["SE", "SE123456789701", "123456789701"],
    ["SE", "556036-0793", "5560360793"],
    ["SI", "SI 5022 3054", "SI50223054"],
    ["SK", "SK 202 274 96 19", "SK2022749619"],
    ["GB", "GB 980 7806 84", "980780684"],
    ["GB", "XI980780684", "980780684"],
    ["CH", "CHE-100.155.212", "CHE100155212"],
    ["CH", "100.155.212", "CHE100155212"],
    ["CH", "CHE-107.787.577 IVA", "CHE107787577IVA"],
    ["NO", "NO 995 525 828 MVA", "995525828MVA"],
    ["NO", "988 077 917", "988077917"],
    ["IS", "00621", "00621"],
    ["BR", "16.727.230/0001-97", "16727230000197"],
    ["US", "91-1144442", "911144442"],
    ["CA", "12302 6635 RC 0001", "123026635RC0001"],
    ["CA", "123026635", "123026635"],
    ["MX", "GODE 561231 GR8", "GODE561231GR8"],
    ["IN", "27AAPFU0939F1ZV", "27AAPFU0939F1ZV"],
    ["AU", "83 914 571 673", "83914571673"],
    ["NZ", "49-091-850", "49091850"],
    ["JP", "5-8356-7825-6246", "5835678256246"],
    ["JP", "T5835678256246", "5835678256246"],
    ["TR", "4540536920", "4540536920"],
    ["ZA", "4012345678", "4012345678"],
    ["KR", "116-82-00276", "1168200276"],
    ["CN", "91110000600037341L", "91110000600037341L"],
    ["AE", "1002 3456 7890 003", "100234567890003"],
    ["PT", "５０９４４２０１３", "PT509442013"],
  ])("%s %s", (country, typed, stored) => {
    expect(taxIdProblem(country, typed)).toBeNull()
    expect(normaliseTaxId(country, typed)).toBe(stored)
    expect(normaliseTaxId(country, stored)).toBe(stored)
  })
})

describe("a slip is named", () => {
  test.each([
    ["PT", "PT 509 218 44", "The tax ID has 8 digits. A Portuguese NIF has 9."],
    ["PT", "509442014", "The last digit does not fit. Check the tax ID for a typing slip."],
    ["PT", "50944201X", "A Portuguese NIF has 9 digits and nothing else."],
    ["US", "07-1144442", "The first two digits do not fit. Check the tax ID for a typing slip."],
    ["US", "91-114444", "The tax ID has 8 digits. A US EIN has 9."],
    ["DE", "DE136695975", "The last digit does not fit. Check the tax ID for a typing slip."],
    ["DE", "DE13669597", "The tax ID has 8 digits. A German USt-IdNr. has 9."],
    ["AU", "83 914 571 674", "The check digits do not fit. Check the tax ID for a typing slip."],
    ["HU", "1289231", "The tax ID has 7 digits. A Hungarian adószám has 8 or 11."],
    ["IN", "27AAPFU0939F1ZO", "An Indian GSTIN has 15 letters and digits. Check the tax ID for a typing slip."],
    ["NL", "NL004495445B0", "A Dutch btw-nummer has 9 digits, B and 2 digits. Check the tax ID for a typing slip."],
    ["GR", "EL123456781", "The last digit does not fit. Check the tax ID for a typing slip."],
    ["AE", "none", "Enter the tax ID with its letters and digits only"],
    ["AE", "12", "The tax ID is too short"],
    ["AE", "1".repeat(31), "The tax ID has 31 characters. Use at most 30."],
    ["PT", "<b>1</b>", "Enter the tax ID with its letters and digits only"],
  ])("%s %s", (country, typed, sentence) => {
    expect(taxIdProblem(country, typed)).toBe(sentence)
  })
})

test.each([
  ["PT", "Portugal: NIF, 9 digits. PT in front is fine."],
  ["US", "United States: EIN, 9 digits."],
  ["", "VAT number, EIN, GSTIN or the like."],
  ["AE", "VAT number, EIN, GSTIN or the like."],
])("the hint for %s names the country's own number", (country, hint) => {
  expect(taxIdHint(country)).toBe(hint)
})
