import type pg from "pg"
import { newId } from "@/lib/platform/ids"

export type Owner = { id: string; name: string }

const find = "select id, name from platform.person where email like 'seller-%@bench.example' order by email"

/** The ten sellers who own the seeded leads, hired when they are not there. The first owns a tenth of all leads. */
export async function hireOwners(client: pg.Client): Promise<Owner[]> {
  const known = await client.query<Owner>(find)
  if (known.rows.length > 0) return known.rows
  const hire = "insert into platform.person (id, email, name, staff_role, created_at) values ($1, $2, $3, 'seller', now())"
  for (let at = 0; at < 10; at++) await client.query(hire, [newId(), `seller-${at}@bench.example`, `Seller ${at}`])
  return (await client.query<Owner>(find)).rows
}
