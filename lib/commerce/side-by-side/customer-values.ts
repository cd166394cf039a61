import { Prisma, type Tx } from "@/lib/platform/db"
import type { FieldText } from "@/lib/platform/editable"
import type { CustomerField } from "../customers/fields"
import { columnOf } from "./compared"

export type ReadCustomer = {
  customerId: string
  number: string
  name: string
  version: number
  values: Readonly<Record<string, FieldText>>
}

/** Locks customers until commit, and reads the values of some of their own fields, as texts. */
export async function readCustomerValues(tx: Tx, ids: readonly string[], keys: readonly CustomerField[]): Promise<ReadCustomer[]> {
  if (ids.length === 0 || keys.length === 0) return []
  const pairs = Prisma.raw(keys.map((key) => `'${key}', ${columnOf(key)}::text`).join(", "))
  return tx.$queryRaw<ReadCustomer[]>`
    select id as "customerId", number, name, version, jsonb_build_object(${pairs}) as values
    from commerce.customer where id = any(${[...ids]}::uuid[]) order by id for update`
}
