-- What is late is told by the decision timer, and nobody reads a tally of sellers by day any more; days are read of all leads alone.
CREATE OR REPLACE FUNCTION sales.lead_lines(status sales.lead_status_reason, source sales.lead_source, country text, owner_id uuid, from_commerce boolean,
  created_day date, closed_day date, wait smallint)
RETURNS TABLE (line text, scope text, bucket date, key text, status text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH one AS (
    SELECT coalesce(owner_id::text, 'none') AS owner, status IN ('new', 'contacted') AS is_open,
      CASE WHEN status IN ('new', 'contacted', 'qualified') THEN status::text ELSE 'disqualified' END AS state
  )
  SELECT l.line, s.scope, l.bucket, l.key, l.status FROM one
  CROSS JOIN LATERAL (VALUES ('all'), (owner)) AS s(scope)
  CROSS JOIN LATERAL (VALUES
    ('lead.view', date '1970-01-01', CASE WHEN from_commerce THEN 'commerce' ELSE '' END, state),
    ('lead.week', sales.week_of(created_day), source::text, state),
    ('lead.country', sales.week_of(created_day), coalesce(country, ''), state),
    ('lead.month', sales.month_of(created_day), '', state),
    ('lead.closed', sales.week_of(closed_day), '', status::text),
    ('lead.wait', CASE WHEN wait IS NOT NULL THEN sales.week_of(closed_day) END, wait::text, state)
  ) AS l(line, bucket, key, status) WHERE l.bucket IS NOT NULL
  UNION ALL
  SELECT l.line, 'all', l.bucket, l.key, l.status FROM one
  CROSS JOIN LATERAL (VALUES
    ('lead.day', CASE WHEN is_open THEN created_day END, '', 'open'),
    ('lead.owner', CASE WHEN is_open THEN date '1970-01-01' END, owner, 'open'),
    ('lead.owner-closed', sales.week_of(closed_day), owner, state)
  ) AS l(line, bucket, key, status) WHERE l.bucket IS NOT NULL
$$;

DELETE FROM sales.tally WHERE line = 'lead.owner-day' OR line = 'lead.day' AND scope <> 'all';
