/** A person and a company as every store keeps them: what a request, a lead, an account or a customer says of who and where. */
export type Address = {
  country: string | null
  street: string | null
  street2: string | null
  city: string | null
  stateProvince: string | null
  postalCode: string | null
}

export type Company = Address & { companyName: string; website: string | null; taxId: string | null; phone: string | null }

export type Requestor = { firstName: string; lastName: string; email: string; language: string }

export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string => `${firstName} ${lastName}`.trim()

/** The columns of an address, for rows that are written as SQL. */
export const addressColumns = (address: Address) => ({
  country: address.country,
  street: address.street,
  street2: address.street2,
  city: address.city,
  state_province: address.stateProvince,
  postal_code: address.postalCode,
})
