import type { Tx } from "@/lib/platform/db"
import { type MatchKeys, matchKeys, type OwnLists, telling } from "./match-keys"
import type { Known } from "./read-facts"
import type { MatchKind } from "./score-pair"

/** A record as it stands among those that are compared. */
export type Entry = MatchKeys & { id: string; kind: MatchKind; isOpen: boolean }

export const entryOf = ({ id, kind, isOpen, ...facts }: Known, lists: OwnLists): Entry => ({ id, kind, isOpen, ...matchKeys(facts, lists) })

export const phoneTail = (phone: string | null): string | null => phone?.slice(-telling) ?? null

/** Writes down what records are compared by, and takes out those that are gone or qualified. */
export async function keepEntries(tx: Tx, asked: readonly string[], entries: readonly Entry[]): Promise<void> {
  const kept = new Set(entries.map(({ id }) => id))
  const gone = asked.filter((id) => !kept.has(id))
  if (gone.length > 0) await tx.$executeRaw`delete from sales.match_entry where id = any(${gone}::uuid[])`
  if (entries.length === 0) return
  const rows = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => ({ ...entry, phoneTail: phoneTail(entry.phone) }))
  await tx.$executeRaw`
    insert into sales.match_entry as e
      (id, kind, is_open, name_key, person_key, email, site_domain, mail_domain, phone, phone_tail, tax_id, country, postal, place)
    select id, kind, "isOpen", "nameKey", "personKey", email, "siteDomain", "mailDomain", phone, "phoneTail", "taxId", country, postal, place
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, kind sales.match_kind, "isOpen" boolean, "nameKey" text, "personKey" text, email text,
      "siteDomain" text, "mailDomain" text, phone text, "phoneTail" text, "taxId" text, country text, postal text, place text)
    on conflict (id) do update set is_open = excluded.is_open, name_key = excluded.name_key, person_key = excluded.person_key, email = excluded.email,
      site_domain = excluded.site_domain, mail_domain = excluded.mail_domain, phone = excluded.phone, phone_tail = excluded.phone_tail, tax_id = excluded.tax_id,
      country = excluded.country, postal = excluded.postal, place = excluded.place
    where (e.is_open, e.name_key, e.person_key, e.email, e.site_domain, e.mail_domain, e.phone, e.tax_id, e.country, e.postal, e.place) is distinct from
      (excluded.is_open, excluded.name_key, excluded.person_key, excluded.email, excluded.site_domain, excluded.mail_domain, excluded.phone, excluded.tax_id,
       excluded.country, excluded.postal, excluded.place)`
}
