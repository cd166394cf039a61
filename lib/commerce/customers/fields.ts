import { currencies } from "@/lib/platform/currencies"
import type { Field } from "@/lib/platform/fields"
import { languages } from "@/lib/platform/languages"
import { type CustomerList, type CustomerType, customerHolds, customerStatuses, customerTypes } from "./rules"

/** The sections of a customer's record, in order. */
export const customerSections = {
  general: "General",
  contact: "Contact information",
  addresses: "Addresses",
  tax: "Tax and registration",
  delivery: "Invoice and delivery",
  pricing: "Pricing",
  status: "Status",
  retail: "Retail",
} as const
export type CustomerSection = keyof typeof customerSections

/** A field of a customer, as every screen and command knows it. */
export type CatalogueField = Field & {
  section: CustomerSection
  /** Whose field it is. */
  of: "both" | CustomerType
  /** The property of a customer's row that holds it; null where it stands elsewhere. */
  column: string | null
  /** Whether people edit it in its place. */
  isEditable?: boolean
  /** Whether Override copies it from the Admin to every member of a hierarchy. */
  isOverridable?: boolean
  /** The value list whose codes it holds. */
  codes?: CustomerList
  isRequired?: boolean
  /** Code points; 100 when left out. */
  longest?: number
  isTaxId?: boolean
  /** Why it is not edited in its place, where somebody would expect that. */
  why?: string
}

const catalogue = <Key extends string>(fields: Record<Key, CatalogueField>): Readonly<Record<Key, CatalogueField>> => fields

const code = (label: string, column: string, codes: CustomerList, section: CustomerSection): CatalogueField => ({
  label,
  kind: "choice",
  codes,
  section,
  of: "both",
  column,
  width: 148,
  isEditable: true,
  isOverridable: true,
})

const place = (label: string, column: string, longest: number): CatalogueField => ({
  label,
  kind: "text",
  section: "addresses",
  of: "both",
  column,
  longest,
  width: 148,
  isEditable: true,
})

/**
 * Every field of a customer, said once: for the record, its history, the list, the side-by-side view of a hierarchy and Override. The order
 * is that of the column chooser; on a record a section shows its own.
 */
export const customerFields = catalogue({
  name: {
    ...{ label: "Name", kind: "text", sort: "name", section: "general", of: "organization", column: "name", longest: 100 },
    ...{ isEditable: true, isRequired: true },
  },
  number: { label: "Number", kind: "text", section: "general", of: "both", column: "number", width: 108, isQuiet: true, phone: "top" },
  type: {
    label: "Type",
    kind: "choice",
    words: customerTypes,
    section: "general",
    of: "both",
    column: "type",
    width: 104,
    phone: "second",
  },
  status: {
    ...{
      label: "Status",
      kind: "status",
      words: customerStatuses,
      section: "status",
      of: "both",
      column: "status",
      width: 112,
      phone: "end",
    },
    why: "Approval makes a customer Active and loss archives it; Archive and Reactivate do so by hand.",
  },
  email: { label: "Email", kind: "email", section: "contact", of: "both", column: "email", width: 208, hideBelow: "m", isEditable: true },
  country: { label: "Country/region", kind: "country", section: "addresses", of: "both", column: "country", width: 148, isEditable: true },
  organization: { label: "Organization", kind: "text", section: "general", of: "person", column: null, width: 176, hideBelow: "m" },
  created: { label: "Created", kind: "time", section: "general", of: "both", column: null, width: 112, sort: "created", hideBelow: "m" },
  searchName: { label: "Search name", kind: "text", section: "general", of: "both", column: "searchName", width: 148, isEditable: true },
  firstName: {
    ...{ label: "First name", kind: "text", section: "general", of: "person", column: "firstName", longest: 50, width: 132 },
    isEditable: true,
  },
  lastName: {
    ...{ label: "Last name", kind: "text", section: "general", of: "person", column: "lastName", longest: 50, width: 132 },
    ...{ isEditable: true, isRequired: true },
  },
  language: {
    ...{ label: "Language", kind: "choice", words: languages, section: "general", of: "both", column: "language", width: 116 },
    ...{ isEditable: true, isRequired: true, isOverridable: true },
  },
  customerGroup: code("Customer group", "customerGroup", "customer_group", "general"),
  note: { label: "Note", kind: "long-text", section: "general", of: "both", column: "note", longest: 4000, width: 240, isEditable: true },
  phone: { label: "Phone", kind: "phone", section: "contact", of: "both", column: "phone", width: 148, isEditable: true },
  website: { label: "Website", kind: "url", section: "contact", of: "organization", column: "website", width: 180, isEditable: true },
  street: place("Street", "street", 250),
  street2: place("Street 2", "street2", 250),
  postalCode: place("ZIP/postal code", "postalCode", 20),
  city: place("City", "city", 80),
  stateProvince: place("State/province", "stateProvince", 80),
  taxId: {
    ...{ label: "Tax ID", kind: "text", section: "tax", of: "both", column: "taxId", longest: 50, width: 140 },
    ...{ isTaxId: true, isEditable: true },
  },
  paymentTerms: code("Payment terms", "paymentTerms", "payment_terms", "delivery"),
  paymentMethod: code("Payment method", "paymentMethod", "payment_method", "delivery"),
  deliveryTerms: code("Delivery terms", "deliveryTerms", "delivery_terms", "delivery"),
  deliveryMode: code("Mode of delivery", "deliveryMode", "delivery_mode", "delivery"),
  invoiceAccount: {
    ...{ label: "Invoice account", kind: "text", section: "delivery", of: "both", column: null, width: 148 },
    why: "Approval sets it to the organization that a person orders for; it is cleared when the member leaves.",
  },
  priceGroup: code("Price group", "priceGroup", "price_group", "pricing"),
  discountGroup: code("Discount group", "discountGroup", "discount_group", "pricing"),
  currency: {
    ...{ label: "Currency", kind: "choice", words: currencies, section: "pricing", of: "both", column: "currency", width: 132 },
    ...{ isEditable: true, isOverridable: true },
  },
  hold: {
    ...{ label: "On hold", kind: "choice", words: customerHolds, section: "status", of: "both", column: "hold", width: 108 },
    ...{ isEditable: true, isRequired: true },
  },
  holdReason: {
    ...{ label: "Reason for the hold", kind: "text", section: "status", of: "both", column: "holdReason", longest: 200, width: 200 },
    isEditable: true,
  },
  hierarchy: {
    ...{ label: "Customer hierarchy ID", kind: "text", section: "retail", of: "both", column: null },
    why: "A customer belongs to a hierarchy by its membership.",
  },
  b2bAdministrator: {
    ...{ label: "B2B administrator", kind: "yes-no", section: "retail", of: "person", column: null, width: 140 },
    why: "Roles are changed on the customer hierarchy.",
  },
  channels: {
    ...{ label: "Channels", kind: "channel", isSet: true, section: "retail", of: "both", column: null, width: 152, hideBelow: "m" },
    why: "A customer is in the channels of its customer hierarchies.",
  },
})

export type CustomerField = keyof typeof customerFields

/** The fields of a kind of customer in one section, in the order of the catalogue. */
export const fieldsOf = (type: CustomerType, section: CustomerSection): CustomerField[] =>
  customerFieldKeys.filter((key) => customerFields[key].section === section && isOf(customerFields[key], type))

/** Whether customers of a type have a field. */
export const isOf = ({ of }: CatalogueField, type: CustomerType): boolean => of === "both" || of === type

export const customerFieldKeys = Object.keys(customerFields) as CustomerField[]

/** The fields that hold the code of a value list: what many customers are given at once. */
export const termFields = [
  "paymentTerms",
  "priceGroup",
  "customerGroup",
  "paymentMethod",
  "deliveryTerms",
  "deliveryMode",
  "discountGroup",
] as const satisfies readonly CustomerField[]
export type TermField = (typeof termFields)[number]
