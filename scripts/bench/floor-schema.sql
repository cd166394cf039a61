-- What pgbench needs beside the product's tables.

create unlogged table bench.ticket (place int primary key, n bigint, at timestamptz, lead_id uuid, prospect_id uuid, email text);
create sequence bench.request start 1000000000;
create unlogged table bench.paper (place int, name text, text text, primary key (place, name));

create function bench.fill(text text, n bigint, at timestamptz) returns text language plpgsql stable as $$
declare
  filled text := replace(replace(text, '{n}', lpad(n::text, greatest(6, length(n::text)), '0')), '{at}', at::text);
  kind text;
begin
  foreach kind in array array['prospect', 'lead', 'key', 'link', 'mail', 'audit', 'closed', 'organization', 'person', 'account', 'contact', 'opportunity', 'decision'] loop
    filled := replace(filled, '{' || kind || '}', bench.id(kind, n, at)::text);
  end loop;
  return filled;
end $$;
