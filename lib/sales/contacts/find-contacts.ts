import { db } from "@/lib/platform/db"
import { fold } from "@/lib/platform/fold"

export type FoundContact = { id: string; name: string; email: string | null; accountName: string | null }

const atMost = 8

type Row = FoundContact

/** Contacts whose name, email or company holds what was typed, for choosing one; from three letters on, which is what the index of the search can find. */
export async function findContacts(typed: string): Promise<FoundContact[]> {
  const text = fold(typed)
  if (text.length < 3) return []
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`
  return db.$queryRaw<Row[]>`
    with found as materialized (select id, first_name, last_name, email, account_id from sales.contact where search_text like ${pattern} limit 200)
    select f.id, trim(f.first_name || ' ' || f.last_name) as name, f.email, a.name as "accountName"
    from found f left join sales.account a on a.id = f.account_id
    order by f.last_name, f.id limit ${atMost}`
}
