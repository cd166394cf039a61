/** The fields that a person fills, in the order of the form. */
export const personFields = [
  "firstName",
  "lastName",
  "email",
  "phone",
  "companyName",
  "website",
  "taxId",
  "country",
  "street",
  "street2",
  "city",
  "stateProvince",
  "postalCode",
  "comments",
  "agree",
] as const

/** `at` names the storefront whose form it is. `homepage` is a trap: nobody sees it, so only a machine fills it. */
const machineFields = ["at", "language", "submissionKey", "startedAt", "homepage"] as const

export type PersonField = (typeof personFields)[number]
export type RequestValues = Record<PersonField, string>
/** One sentence for each field that needs attention. */
export type RequestProblems = Partial<Record<PersonField, string>>

export const emptyRequestValues: RequestValues = {
  firstName: "",
  lastName: "",
  email: "",
  phone: "",
  companyName: "",
  website: "",
  taxId: "",
  country: "",
  street: "",
  street2: "",
  city: "",
  stateProvince: "",
  postalCode: "",
  comments: "",
  agree: "",
}

/** What a form sent, known fields alone, for the schema to judge: a field sent twice arrives as a list, and the schema refuses it. */
export function requestInput(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    [...personFields, ...machineFields].map((name) => {
      const sent = form.getAll(name)
      return [name, sent.length > 1 ? sent : sent[0]]
    }),
  )
}

/** What a person typed, as it was typed, to fill the form again. */
export function typedValues(form: FormData): RequestValues {
  const values = { ...emptyRequestValues }
  for (const name of personFields) {
    const sent = form.get(name)
    if (typeof sent === "string") values[name] = sent
  }
  return values
}
