import { hashSecret } from "@/lib/platform/ids"
import { onDatabase } from "./databases"

/** The bench's own shop. */
export const shop = { id: "0193a1b0-0000-7000-8000-0000000000cc", name: "Bench", key: `gw_${"bench".repeat(9).slice(0, 43)}` }

export type Party = { organizationId: string; memberId: string }

const parties = `
  drop table if exists bench.credit_party;
  create unlogged table bench.credit_party as
    select place, gen_random_uuid() as organization_id, gen_random_uuid() as person_id, gen_random_uuid() as hierarchy_id, gen_random_uuid() as member_id,
      gen_random_uuid() as credit_id
    from generate_series(1, PLACES) as place;
  alter table bench.credit_party add primary key (place);
  insert into commerce.customer (id, number, type, status, name, email, created_at)
    select organization_id, platform.next_number('customer'), 'organization'::commerce.customer_type, 'active'::commerce.customer_status, 'Bench partner ' || place, null::text, now() from bench.credit_party
    union all
    select person_id, platform.next_number('customer'), 'person', 'active', 'Bench user ' || place, member_id || '@bench.example', now() from bench.credit_party;
  begin;
  insert into commerce.hierarchy (id, number, name, organization_id, channels, created_at)
    select hierarchy_id, platform.next_number('hierarchy'), 'Bench partner ' || place, organization_id, '{default}', now() from bench.credit_party;
  insert into commerce.hierarchy_member (id, hierarchy_id, customer_id, person_id, role, status, invited_at, accepted_at)
    select member_id, hierarchy_id, person_id, gen_random_uuid(), 'admin', 'active', now(), now() from bench.credit_party;
  commit;
  insert into commerce.credit_account (id, organization_id, currency, created_at) select credit_id, organization_id, 'EUR', now() from bench.credit_party;
  insert into commerce.credit_terms (
    id, credit_id, currency, amount, type, is_mandatory, on_exceeding, allow_on_account, valid_from, reason, state, stands_since, asked_by_name, asked_at)
    select gen_random_uuid(), credit_id, 'EUR', 1000000000000000, 'balance_all', false, 'error', true, now(), 'Bench', 'stands', now(), 'Bench', now()
    from bench.credit_party;
  insert into commerce.spending_limit (member_id, store_per_order, store_per_month)
    select member_id, 1000000000, 1000000000000000 from bench.credit_party;
  vacuum analyze commerce.credit_account`

/** Makes partners with credit that no run uses up, and the key of a shop. */
export async function makeParties(url: string, places: number): Promise<Party[]> {
  return onDatabase(url, async (client) => {
    for (const statement of parties.replace("PLACES", String(places)).split(";")) await client.query(statement)
    await client.query(
      `insert into platform.api_key (id, name, hash, beginning, scopes, created_by_name, created_at)
       values ($1, $2, $3, 'gw_bench', '{credit:authorize}', 'Bench', now()) on conflict do nothing`,
      [shop.id, shop.name, hashSecret(shop.key)],
    )
    const { rows } = await client.query<Party>(
      'select organization_id as "organizationId", member_id as "memberId" from bench.credit_party order by place',
    )
    return rows
  })
}
