import { z } from "zod"
import { lineOf, lineOrNull, wholeNumber } from "@/lib/platform/form-shapes"
import { addressPurposes, type CustomerList, contactInfoKinds, customerLists, customerTypes, registrationTypes } from "./rules"

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>) => Object.keys(table) as [Key, ...Key[]]
const customerId = z.uuid()
const version = wholeNumber("Reload the page and try again", 1, 2_147_483_647)
const text = z.string().max(4100, "Keep this shorter").default("")
const idOrNone = z
  .union([z.literal("").transform(() => null), z.uuid(), z.null()])
  .optional()
  .transform((id) => id ?? null)

/** A customer as a form asks for it; its fields are judged by the catalogue. */
export const NewCustomer = z.object({
  type: z.enum(keysOf(customerTypes), "Choose Organization or Person"),
  organizationId: idOrNone,
  /** What was typed to find it: a name of which none was taken is no organization. */
  organization: text,
  ...{ name: text, firstName: text, lastName: text, searchName: text, email: text, phone: text, website: text, taxId: text },
  ...{ country: text, street: text, street2: text, city: text, stateProvince: text, postalCode: text },
  ...{ language: text, customerGroup: text, paymentTerms: text, priceGroup: text, currency: text },
})
export type NewCustomer = z.output<typeof NewCustomer>

export const ArchiveCustomer = z.object({ customerId, reason: lineOf("reason", 500, "Say why") })
export type ArchiveCustomer = z.output<typeof ArchiveCustomer>

export const CustomerRef = z.object({ customerId })
export type CustomerRef = z.output<typeof CustomerRef>

/** `number`: of the organization that gets the invoices; null for the customer itself. */
export const ChooseInvoiceAccount = z.object({ customerId, number: lineOrNull("number", 40) })
export type ChooseInvoiceAccount = z.output<typeof ChooseInvoiceAccount>

const address = {
  customerId,
  purpose: z.enum(keysOf(addressPurposes), "Choose the purpose"),
  name: lineOf("name", 60, "Say which address this is"),
  ...{ country: text, street: text, street2: text, city: text, stateProvince: text, postalCode: text },
}
export const AddAddress = z.object(address)
export type AddAddress = z.output<typeof AddAddress>
export const EditAddress = z.object({ ...address, addressId: z.uuid(), version })
export type EditAddress = z.output<typeof EditAddress>
export const AddressRef = z.object({ customerId, addressId: z.uuid() })
export type AddressRef = z.output<typeof AddressRef>

export const AddContactInfo = z.object({
  customerId,
  kind: z.enum(keysOf(contactInfoKinds), "Choose email or phone"),
  value: text,
  label: lineOf("purpose", 60, "Say what it is for"),
})
export type AddContactInfo = z.output<typeof AddContactInfo>
export const ContactInfoRef = z.object({ customerId, infoId: z.uuid() })
export type ContactInfoRef = z.output<typeof ContactInfoRef>

export const AddRegistration = z.object({
  customerId,
  type: z.enum(keysOf(registrationTypes), "Choose the type"),
  country: text,
  number: text,
})
export type AddRegistration = z.output<typeof AddRegistration>
export const RegistrationRef = z.object({ customerId, registrationId: z.uuid() })
export type RegistrationRef = z.output<typeof RegistrationRef>

const list = z.enum(keysOf<CustomerList>(customerLists))
const name = lineOf("name", 60, "Enter the name")
const code = z
  .string("Enter the code")
  .transform((typed) => typed.trim().toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9._/-]{0,19}$/, "Use up to 20 letters, digits and . _ / -, such as N30"))

export const AddCode = z.object({ list, code, name })
export type AddCode = z.output<typeof AddCode>
export const RenameCode = z.object({ codeId: z.uuid(), version, name })
export type RenameCode = z.output<typeof RenameCode>
export const CodeRef = z.object({ codeId: z.uuid() })
export type CodeRef = z.output<typeof CodeRef>
