-- The statement of one authorization, as lib/commerce/credit/ask-ledger.ts sends it.
\set place random(1, :parties)
select commerce.credit_authorize(:shop::uuid, 'Bench', gen_random_uuid()::text, 'print', organization_id, member_id, 1, 'EUR', 'Order',
  gen_random_uuid(), now(), now() + interval '7 days') as outcome from bench.credit_party where place = :place;
