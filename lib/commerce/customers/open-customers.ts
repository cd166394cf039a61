import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { searchText } from "@/lib/platform/fold"
import { newId } from "@/lib/platform/ids"
import { addressColumns, type Company, fullName, type Requestor } from "@/lib/platform/party"
import { customerColumns } from "./change-customers"
import type { CustomerStatus, CustomerType } from "./rules"

export type CustomerRow = Omit<ReturnType<typeof organizationDraft>, "type"> & { type: string }
export type OpenedCustomer = { id: string; number: string }

/** The draft of a customer of type Organization. */
export const organizationDraft = (company: Company & { language: string }, status: CustomerStatus, salesId: string | null, now: Date) => ({
  id: newId(),
  type: "organization",
  status,
  name: company.companyName,
  first_name: null as string | null,
  last_name: null as string | null,
  email: null as string | null,
  phone: company.phone,
  website: company.website,
  tax_id: company.taxId,
  ...addressColumns(company),
  language: company.language,
  organization_id: null as string | null,
  sales_id: salesId,
  created_at: now,
  version: 1,
  search_text: searchText(company.companyName, company.taxId, company.phone),
})

/** The draft of a customer of type Person, who orders for an organization. */
export const personDraft = (
  person: Requestor & { phone: string | null },
  organizationId: string | null,
  status: CustomerStatus,
  salesId: string | null,
  now: Date,
): CustomerRow => ({
  id: newId(),
  type: "person",
  status,
  name: fullName(person),
  first_name: person.firstName,
  last_name: person.lastName,
  email: person.email,
  phone: person.phone,
  website: null,
  tax_id: null,
  country: null,
  street: null,
  street2: null,
  city: null,
  state_province: null,
  postal_code: null,
  language: person.language,
  organization_id: organizationId,
  sales_id: salesId,
  created_at: now,
  version: 1,
  search_text: searchText(fullName(person), person.email, person.phone),
})

type Counterparts = { salesId: string | null; organizationId: string | null; status: CustomerStatus; now: Date }

/** The draft of a customer that says what its account or contact says. */
export const customerDraft = (
  type: CustomerType,
  values: Readonly<Record<string, string | null>>,
  { salesId, organizationId, status, now }: Counterparts,
): CustomerRow => ({
  id: newId(),
  type,
  status,
  ...customerColumns(type, values),
  organization_id: organizationId,
  sales_id: salesId,
  created_at: now,
  version: 1,
})

/** Writes customers under the next numbers, in one statement; the numbers come back by id. */
export async function openCustomers({ tx }: Ctx, drafts: CustomerRow[]): Promise<Map<string, OpenedCustomer>> {
  if (drafts.length === 0) return new Map()
  const columns = Prisma.join(Object.keys({ number: "", ...drafts[0] }).map((name) => Prisma.raw(name)))
  const opened = await tx.$queryRaw<OpenedCustomer[]>`
    insert into commerce.customer (${columns})
    select ${columns}
    from jsonb_array_elements(${JSON.stringify(drafts)}::jsonb) as draft,
      lateral jsonb_populate_record(null::commerce.customer, draft || jsonb_build_object('number', platform.next_number('customer'))) as filled
    returning id, number`
  return new Map(opened.map((customer) => [customer.id, customer]))
}
