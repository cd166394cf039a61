-- The same search as before. A function in SQL is planned at every call, which took ten times as long as the search itself; this one is planned once in a session.

CREATE OR REPLACE FUNCTION sales.match_candidates(asked_id uuid, kinds sales.match_kind[], a_name text, parts text[], a_person text, an_email text, domains text[], a_phone text,
  a_tax_id text, a_place text, most int)
RETURNS TABLE (id uuid, via text) LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH kind AS MATERIALIZED (SELECT unnest(kinds) AS k)
  SELECT f.id, 'taxId' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.tax_id = a_tax_id AND e.tax_id IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'email' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.email = an_email AND e.email IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'domain' FROM kind, unnest(domains) AS d, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.site_domain = d AND e.site_domain IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'domain' FROM kind, unnest(domains) AS d, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.mail_domain = d AND e.mail_domain IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'phone' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.phone_tail = a_phone AND e.phone_tail IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'address' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.place = a_place AND e.place IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'name' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.name_key = a_name AND e.name_key <> '' AND e.kind = k LIMIT most) f WHERE f.id <> asked_id AND k <> 'contact'
  UNION ALL
  SELECT f.id, 'person' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.person_key = a_person AND e.person_key <> '' AND e.kind = k LIMIT most) f WHERE f.id <> asked_id AND 'contact' = ANY (kinds)
  UNION ALL
  SELECT f.id, 'word' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE split_part(e.name_key, ' ', 1) = split_part(a_name, ' ', 1) AND e.name_key <> '' AND e.kind <> 'contact' AND e.kind = k LIMIT most) f
    WHERE f.id <> asked_id AND k <> 'contact' AND length(split_part(a_name, ' ', 1)) > 3
  UNION ALL
  (SELECT f.id, 'alike' FROM (
      SELECT e.id, e.name_key FROM sales.match_entry e
      WHERE ((e.name_key LIKE parts[1] AND e.name_key LIKE parts[3]) OR (e.name_key LIKE parts[2] AND e.name_key LIKE parts[4]))
        AND e.kind <> 'contact' AND e.name_key <> '' AND e.kind = ANY (kinds) LIMIT 300
    ) f WHERE f.id <> asked_id AND cardinality(parts) = 4 ORDER BY similarity(f.name_key, a_name) DESC LIMIT 2 * most)
  UNION ALL
  (SELECT f.id, 'alike' FROM (
      SELECT e.id, e.name_key FROM sales.match_entry e
      WHERE (e.name_key LIKE parts[1] OR e.name_key LIKE parts[2]) AND e.kind <> 'contact' AND e.name_key <> '' AND e.kind = ANY (kinds) LIMIT 300
    ) f WHERE f.id <> asked_id AND cardinality(parts) = 2 ORDER BY similarity(f.name_key, a_name) DESC LIMIT 2 * most);
END $$;
