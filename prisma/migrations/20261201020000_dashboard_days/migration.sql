-- Dashboards count by the days of whoever looks. The tally keeps weeks and months of UTC; what came in, was closed or left a stage in the hours between a
-- midnight there and one of UTC is counted by itself, at the edges of weeks and months alone.

-- Serves it: the visits of stages that ended in such hours.
CREATE INDEX stage_visit_left ON sales.stage_visit (left_at) WHERE left_at IS NOT NULL;

-- What stands in a week or month of UTC and belongs to another: in its lines once taken from the one, once given to the other. `whose`: all, none, or an owner.
-- `edges`: which span begins when, and what its hours are taken from and given to, as lib/sales/dashboard/edges.ts tells. What is summed up over the whole
-- period, and not by weeks, is moved at the first edge alone, before which there is no stretch. Edge by edge, each by an index.
CREATE FUNCTION sales.moved_lines(whose text, edges jsonb)
RETURNS TABLE (line text, scope text, bucket date, key text, status text, n bigint) LANGUAGE plpgsql STABLE ROWS 200 AS $$
#variable_conflict use_column
DECLARE
  owner uuid := CASE WHEN whose NOT IN ('all', 'none') THEN whose::uuid END;
  edge record;
  is_first boolean;
BEGIN
  FOR edge IN SELECT * FROM jsonb_to_recordset(edges) AS one(span text, since timestamptz, until timestamptz, gains date, loses date) LOOP
    is_first := edge.gains IS NULL OR edge.loses IS NULL;
    RETURN QUERY
    SELECT l.line, l.scope, l.bucket, l.key, l.status, sign * here.n FROM (
      SELECT status_reason, source, CASE WHEN is_first THEN country END AS country, count(*) AS n FROM sales.lead
      WHERE created_at >= edge.since AND created_at < edge.until AND (whose = 'all' OR owner_id IS NOT DISTINCT FROM owner) GROUP BY 1, 2, 3
    ) AS here CROSS JOIN (VALUES (edge.gains, 1), (edge.loses, -1)) AS side(day, sign)
    CROSS JOIN LATERAL sales.lead_lines(here.status_reason, here.source, here.country, owner, false, day, NULL, NULL) AS l
    WHERE l.line = CASE edge.span WHEN 'week' THEN 'lead.week' ELSE 'lead.month' END OR (is_first AND edge.span = 'week' AND l.line = 'lead.country');

    RETURN QUERY
    SELECT l.line, l.scope, l.bucket, l.key, l.status, sign * here.n FROM (
      SELECT status_reason, stage, count(*) AS n FROM sales.opportunity
      WHERE requested_at >= edge.since AND requested_at < edge.until AND (whose = 'all' OR owner_id IS NOT DISTINCT FROM owner) GROUP BY 1, 2
    ) AS here CROSS JOIN (VALUES (edge.gains, 1), (edge.loses, -1)) AS side(day, sign)
    CROSS JOIN LATERAL sales.opportunity_lines(here.status_reason, here.stage, owner, day, NULL, NULL) AS l
    WHERE l.line = CASE edge.span WHEN 'week' THEN 'opportunity.requested' ELSE 'opportunity.month' END;

    CONTINUE WHEN NOT is_first OR edge.span <> 'week';

    RETURN QUERY
    SELECT l.line, l.scope, l.bucket, l.key, l.status, sign * here.n FROM (
      SELECT status_reason, owner_id, CASE WHEN state = 'disqualified' THEN sales.wait_step(created_at, closed_at) END AS wait, count(*) AS n FROM sales.lead
      WHERE closed_at >= edge.since AND closed_at < edge.until AND (whose = 'all' OR owner_id IS NOT DISTINCT FROM owner) GROUP BY 1, 2, 3
    ) AS here CROSS JOIN (VALUES (edge.gains, 1), (edge.loses, -1)) AS side(day, sign)
    CROSS JOIN LATERAL sales.lead_lines(here.status_reason, 'other', NULL, here.owner_id, false, day, day, here.wait) AS l
    WHERE l.line IN ('lead.closed', 'lead.wait', 'lead.owner-closed');

    RETURN QUERY
    SELECT l.line, l.scope, l.bucket, l.key, l.status, sign * here.n FROM (
      SELECT status_reason, stage, owner_id, sales.wait_step(coalesce(requested_at, created_at), closed_at) AS wait, count(*) AS n FROM sales.opportunity
      WHERE closed_at >= edge.since AND closed_at < edge.until AND (whose = 'all' OR owner_id IS NOT DISTINCT FROM owner) GROUP BY 1, 2, 3, 4
    ) AS here CROSS JOIN (VALUES (edge.gains, 1), (edge.loses, -1)) AS side(day, sign)
    CROSS JOIN LATERAL sales.opportunity_lines(here.status_reason, here.stage, here.owner_id, day, day, here.wait) AS l
    WHERE l.line IN ('opportunity.closed', 'opportunity.wait', 'opportunity.owner-closed');

    RETURN QUERY
    SELECT 'stage.wait', 'all', day, here.wait::text, here.stage::text, sign * here.n FROM (
      SELECT stage, sales.wait_step(entered_at, left_at) AS wait, count(*) AS n FROM sales.stage_visit
      WHERE left_at >= edge.since AND left_at < edge.until GROUP BY 1, 2
    ) AS here CROSS JOIN (VALUES (edge.gains, 1), (edge.loses, -1)) AS side(day, sign) WHERE day IS NOT NULL;
  END LOOP;
END $$;
