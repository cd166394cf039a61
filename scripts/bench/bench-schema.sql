create schema bench;

-- An id as the product makes them (UUID version 7), but the same for the same three things.
create function bench.id(kind text, n bigint, at timestamptz) returns uuid language sql stable parallel safe as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(kind || n), 1, 3) || 'b' || substr(md5(kind || n), 4, 15))::uuid
$$;

create unlogged table bench.rolled (
  n bigint, at timestamptz, fate text, closed_at timestamptz, number text, first_name text, last_name text, email text, phone text, company text,
  name_key text, company_folded text, person_folded text, domain text, country text, street text, city text, postal_code text, rating text,
  owner_id uuid, owner_name text);
