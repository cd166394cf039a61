import type { Tx } from "@/lib/platform/db"
import type { CustomerStatus } from "./rules"

export type FoundPerson = { id: string; number: string; status: CustomerStatus; version: number; organizationId: string | null }

/**
 * The customer of type Person who has an address: one at most. The enum values stand in the text, since PostgreSQL finds the partial index
 * by them; as parameters, which is how Prisma sends them, they would cost a walk over the whole table.
 */
export async function findPerson(tx: Tx, email: string): Promise<FoundPerson | null> {
  const [found] = await tx.$queryRaw<FoundPerson[]>`
    select id, number, status::text as status, version, organization_id as "organizationId"
    from commerce.customer where type = 'person' and email = ${email} and status <> 'archived'`
  return found ?? null
}
