-- One row for each lead to come: what it will say and what became of it. $1 rows, then the lists of words.ts, then the owners' ids and names.
insert into bench.rolled
select n, at, fate, least(at + interval '5 days', now()) as closed_at,
  'PRO-' || lpad(n::text, greatest(6, length(n::text)), '0') as number,
  ($2::text[])[first], ($3::text[])[last],
  replace(($7::text[])[first], ' ', '') || '.' || replace(($8::text[])[last], '’', '') || '@' || ($9::text[])[coined] || '-' || n || '.example' as email,
  ($16::text[])[place] || lpad((n % 100000)::text, 5, '0') as phone,
  ($4::text[])[coined] || ' ' || ($5::text[])[trade] || ', ' || ($6::text[])[form] as company,
  ($9::text[])[coined] || ' ' || ($10::text[])[trade] as name_key,
  ($9::text[])[coined] || ' ' || ($10::text[])[trade] || ', ' || ($11::text[])[form] as company_folded,
  ($7::text[])[first] || ' ' || ($8::text[])[last] as person_folded,
  ($9::text[])[coined] || '-' || n || '.example' as domain,
  ($12::text[])[place], ($14::text[])[place] || ' ' || (1 + n % 180), ($13::text[])[place], ($15::text[])[place],
  (array['hot', 'warm', 'warm', 'warm', 'cold'])[1 + n % 5],
  ($17::uuid[])[owner], ($18::text[])[owner]
from (
  select n,
    now() - interval '540 days' * (1 - n::float8 / $1) as at,
    -- A fifth is closed: three of ten of those qualified, the rest disqualified.
    case when fate < 0.06 then 'qualified' when fate < 0.20 then 'disqualified' when fate < 0.45 then 'contacted' else 'new' end as fate,
    -- A tenth belongs to the first owner, four tenths to the others, the rest to nobody.
    case when owned < 0.10 then 1 when owned < 0.50 then 2 + floor(owner * (cardinality($17::uuid[]) - 1))::int end as owner,
    1 + floor(first * cardinality($2::text[]))::int as first, 1 + floor(last * cardinality($3::text[]))::int as last,
    1 + floor(coined * cardinality($4::text[]))::int as coined, 1 + floor(trade * cardinality($5::text[]))::int as trade,
    1 + floor(form * cardinality($6::text[]))::int as form, 1 + floor(place * cardinality($12::text[]))::int as place
  from (
    select n, random() as fate, random() as owned, random() as owner, random() as first, random() as last, random() as coined,
      random() as trade, random() as form, random() as place
    from generate_series($19::bigint, $20::bigint) as n
    offset 0
  ) as dice
) as rolled
