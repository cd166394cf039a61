import { createHash } from "node:crypto"
import { fold } from "@/lib/platform/fold"
import { type ImportField, importFields, isImportField } from "./import-fields"

/** For each column of a file the field that it means, or null. */
export type Mapping = (ImportField | null)[]

const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "")

/** What other programs and other languages write above such a column, beside the field's own key and label. */
const alsoCalled: Partial<Record<ImportField, string>> = {
  id: "leadid id donotmodifylead gangwayid",
  version: "rowversion version",
  fullName: "contact name contactname fullname person ansprechpartner nome",
  firstName: "firstname givenname forename vorname prenom nombre",
  lastName: "lastname surname familyname nachname nom apellidos apelido",
  jobTitle: "title position role funktion cargo",
  email: "emailaddress emailaddress1 mail workemail correo",
  phone: "telephone telephone1 businessphone phonenumber mobile mobilephone telefon telefone",
  company: "companyname account accountname organization organisation firm firma empresa societe parentaccountname",
  website: "web url websiteurl homepage domain",
  taxId: "vat vatid vatnumber vatno taxnumber nif ustid",
  street: "street1 address address1 addressline1 address1line1 strasse rua rue",
  street2: "address2 addressline2 address1line2",
  postalCode: "zip zipcode postcode postalcode plz codigopostal address1postalcode",
  city: "town ort stadt cidade ville ciudad address1city",
  stateProvince: "state province region bundesland address1stateorprovince",
  country: "countrycode countryregion land pais pays address1country",
  topic: "subject thema betreff assunto",
  source: "leadsource leadsourcecode origin sourcecode",
  rating: "ratingcode leadqualitycode",
  status: "statusreason statusreasoncode statuscode",
  value: "estimatedvalue estvalue estimatedamount",
  closeDate: "estimatedclosedate estclosedate estclose",
  timeframe: "purchasetimeframe timeframecode",
  process: "purchaseprocess purchaseprocesscode",
  budget: "budgetstatus budgetcode",
  decisionMaker: "decisionmaker",
  comments: "comment note notes description remarks bemerkung",
  owner: "ownername ownerid owneremail salesperson",
  currency: "currencycode transactioncurrencyid",
}

const meanings = new Map(
  Object.entries(importFields).flatMap(([field, { label }]) => {
    if (!isImportField(field)) return []
    const names = [plain(field), plain(label), ...(alsoCalled[field]?.split(" ") ?? [])]
    return names.map((name) => [name, field] as const)
  }),
)

/** What the columns mean, by their heads. Each field is given once, to the first column that asks for it. */
export function guessMapping(headers: readonly string[]): Mapping {
  const taken = new Set<ImportField>()
  return headers.map((header) => {
    const field = meanings.get(plain(header))
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** Fingerprint of a set of heads, whatever their case and accents. */
export const headersKeyOf = (headers: readonly string[]): string =>
  createHash("sha256").update(headers.map(plain).join("\n")).digest("base64url")

/** A mapping as somebody sent or stored it; null where it does not fit the columns or gives a field twice. */
export function readMapping(width: number, given: unknown): Mapping | null {
  if (!Array.isArray(given) || given.length !== width) return null
  const mapping = given.map((field) => (isImportField(field) ? field : null))
  const used = mapping.filter((field) => field !== null)
  return new Set(used).size === used.length ? mapping : null
}
