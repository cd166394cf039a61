-- CreateTable
CREATE TABLE "sales"."stage_delta" (
    "id" BIGSERIAL NOT NULL,
    "n" INTEGER NOT NULL,
    "stage" "sales"."stage" NOT NULL,
    "left_day" DATE NOT NULL,
    "wait" SMALLINT NOT NULL,

    CONSTRAINT "stage_delta_pkey" PRIMARY KEY ("id")
);


-- ---------- Time in stage ----------
-- Visits are told for all sellers together: a visit does not know whose opportunity it was, and owners change.

CREATE FUNCTION sales.note_stage_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO sales.stage_delta (n, stage, left_day, wait)
    SELECT sum(n), stage, sales.day_of(left_at), sales.wait_step(entered_at, left_at)
    FROM (SELECT 1 AS n, stage, entered_at, left_at FROM rows_after UNION ALL SELECT -1, stage, entered_at, left_at FROM rows_before) AS changed
    WHERE left_at IS NOT NULL GROUP BY 2, 3, 4 HAVING sum(n) <> 0;
  ELSE
    INSERT INTO sales.stage_delta (n, stage, left_day, wait)
    SELECT CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END, stage, sales.day_of(left_at), sales.wait_step(entered_at, left_at)
    FROM rows_changed WHERE left_at IS NOT NULL GROUP BY 2, 3, 4;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER visit_tallied_in AFTER INSERT ON sales.stage_visit REFERENCING NEW TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.note_stage_visits();
CREATE TRIGGER visit_tallied_over AFTER UPDATE ON sales.stage_visit REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_stage_visits();
CREATE TRIGGER visit_tallied_out AFTER DELETE ON sales.stage_visit REFERENCING OLD TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.note_stage_visits();
CREATE TRIGGER visit_tally_emptied AFTER TRUNCATE ON sales.stage_visit FOR EACH STATEMENT EXECUTE FUNCTION sales.recount_emptied();

CREATE OR REPLACE VIEW sales.tally_live AS
  SELECT line, scope, bucket, key, status, n FROM sales.tally
  UNION ALL
  SELECT l.line, l.scope, l.bucket, l.key, l.status, d.n FROM sales.lead_delta d
  CROSS JOIN LATERAL sales.lead_lines(d.status, d.source, d.country, d.owner_id, d.from_commerce, d.created_day, d.closed_day, d.wait) l
  UNION ALL
  SELECT l.line, l.scope, l.bucket, l.key, l.status, d.n FROM sales.opportunity_delta d
  CROSS JOIN LATERAL sales.opportunity_lines(d.status, d.stage, d.owner_id, d.requested_day, d.closed_day, d.wait) l
  UNION ALL
  SELECT 'stage.wait', 'all', sales.week_of(d.left_day), d.wait::text, d.stage::text, d.n FROM sales.stage_delta d;

CREATE OR REPLACE FUNCTION sales.fold_tally(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  leads int;
  opportunities int;
  visits int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('sales.fold_tally')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM sales.lead_delta WHERE ctid = ANY (ARRAY(SELECT ctid FROM sales.lead_delta LIMIT most)) RETURNING *
  ), added AS (
    SELECT l.line, l.scope, l.bucket, l.key, l.status, sum(d.n) AS n FROM taken d
    CROSS JOIN LATERAL sales.lead_lines(d.status, d.source, d.country, d.owner_id, d.from_commerce, d.created_day, d.closed_day, d.wait) l
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(d.n) <> 0
  )
  MERGE INTO sales.tally t USING added a
  ON t.line = a.line AND t.scope = a.scope AND t.bucket = a.bucket AND t.key = a.key AND t.status = a.status
  WHEN MATCHED AND t.n + a.n = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET n = t.n + a.n
  WHEN NOT MATCHED THEN INSERT (line, scope, bucket, key, status, n) VALUES (a.line, a.scope, a.bucket, a.key, a.status, a.n);
  GET DIAGNOSTICS leads = ROW_COUNT;
  WITH taken AS (
    DELETE FROM sales.opportunity_delta WHERE ctid = ANY (ARRAY(SELECT ctid FROM sales.opportunity_delta LIMIT most)) RETURNING *
  ), added AS (
    SELECT l.line, l.scope, l.bucket, l.key, l.status, sum(d.n) AS n FROM taken d
    CROSS JOIN LATERAL sales.opportunity_lines(d.status, d.stage, d.owner_id, d.requested_day, d.closed_day, d.wait) l
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(d.n) <> 0
  )
  MERGE INTO sales.tally t USING added a
  ON t.line = a.line AND t.scope = a.scope AND t.bucket = a.bucket AND t.key = a.key AND t.status = a.status
  WHEN MATCHED AND t.n + a.n = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET n = t.n + a.n
  WHEN NOT MATCHED THEN INSERT (line, scope, bucket, key, status, n) VALUES (a.line, a.scope, a.bucket, a.key, a.status, a.n);
  GET DIAGNOSTICS opportunities = ROW_COUNT;
  WITH taken AS (
    DELETE FROM sales.stage_delta WHERE ctid = ANY (ARRAY(SELECT ctid FROM sales.stage_delta LIMIT most)) RETURNING *
  ), added AS (
    SELECT 'stage.wait' AS line, 'all' AS scope, sales.week_of(d.left_day) AS bucket, d.wait::text AS key, d.stage::text AS status, sum(d.n) AS n FROM taken d
    GROUP BY 3, 4, 5 HAVING sum(d.n) <> 0
  )
  MERGE INTO sales.tally t USING added a
  ON t.line = a.line AND t.scope = a.scope AND t.bucket = a.bucket AND t.key = a.key AND t.status = a.status
  WHEN MATCHED AND t.n + a.n = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET n = t.n + a.n
  WHEN NOT MATCHED THEN INSERT (line, scope, bucket, key, status, n) VALUES (a.line, a.scope, a.bucket, a.key, a.status, a.n);
  GET DIAGNOSTICS visits = ROW_COUNT;
  RETURN leads + opportunities + visits;
END $$;

CREATE OR REPLACE FUNCTION sales.recount_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE sales.lead, sales.opportunity, sales.stage_visit IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('sales.fold_tally'));
  DELETE FROM sales.lead_delta;
  DELETE FROM sales.opportunity_delta;
  DELETE FROM sales.stage_delta;
  DELETE FROM sales.tally;
  INSERT INTO sales.tally (line, scope, bucket, key, status, n)
  SELECT l.line, l.scope, l.bucket, l.key, l.status, sum(d.n) FROM (
    SELECT count(*) AS n, status_reason AS status, source, country, owner_id, from_commerce, sales.day_of(created_at) AS created_day,
      sales.day_of(closed_at) AS closed_day, CASE WHEN state = 'disqualified' THEN sales.wait_step(created_at, closed_at) END AS wait
    FROM sales.lead GROUP BY 2, 3, 4, 5, 6, 7, 8, 9
  ) d
  CROSS JOIN LATERAL sales.lead_lines(d.status, d.source, d.country, d.owner_id, d.from_commerce, d.created_day, d.closed_day, d.wait) l
  GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO sales.tally (line, scope, bucket, key, status, n)
  SELECT l.line, l.scope, l.bucket, l.key, l.status, sum(d.n) FROM (
    SELECT count(*) AS n, status_reason AS status, stage, owner_id, sales.day_of(requested_at) AS requested_day,
      sales.day_of(closed_at) AS closed_day, sales.wait_step(coalesce(requested_at, created_at), closed_at) AS wait
    FROM sales.opportunity GROUP BY 2, 3, 4, 5, 6, 7
  ) d
  CROSS JOIN LATERAL sales.opportunity_lines(d.status, d.stage, d.owner_id, d.requested_day, d.closed_day, d.wait) l
  GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO sales.tally (line, scope, bucket, key, status, n)
  SELECT 'stage.wait', 'all', sales.week_of(sales.day_of(left_at)), sales.wait_step(entered_at, left_at)::text, stage::text, count(*)
  FROM sales.stage_visit WHERE left_at IS NOT NULL GROUP BY 3, 4, 5;
END $$;

ALTER TABLE sales.stage_delta SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);

SELECT sales.recount_tally();
