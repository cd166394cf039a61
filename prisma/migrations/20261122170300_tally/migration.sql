-- AlterTable
ALTER TABLE "sales"."opportunity" ADD COLUMN     "requested_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "sales"."tally" (
    "line" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "bucket" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("line","scope","bucket","key","status")
);

-- CreateTable
CREATE TABLE "sales"."lead_delta" (
    "id" BIGSERIAL NOT NULL,
    "n" INTEGER NOT NULL,
    "status" "sales"."lead_status_reason" NOT NULL,
    "source" "sales"."lead_source" NOT NULL,
    "country" TEXT,
    "owner_id" UUID,
    "from_commerce" BOOLEAN NOT NULL,
    "created_day" DATE NOT NULL,
    "closed_day" DATE,
    "wait" SMALLINT,

    CONSTRAINT "lead_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."opportunity_delta" (
    "id" BIGSERIAL NOT NULL,
    "n" INTEGER NOT NULL,
    "status" "sales"."opportunity_status_reason" NOT NULL,
    "stage" "sales"."stage" NOT NULL,
    "owner_id" UUID,
    "requested_day" DATE,
    "closed_day" DATE,
    "wait" SMALLINT,

    CONSTRAINT "opportunity_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."prospect_tally" (
    "id" BIGSERIAL NOT NULL,
    "status" "commerce"."prospect_status" NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "prospect_tally_pkey" PRIMARY KEY ("id")
);


-- ---------- When an opportunity was asked for ----------
-- The funnel and the time to a decision begin at the request, so the opportunity keeps its hour; it never changes.

UPDATE sales.opportunity o SET requested_at = l.created_at FROM sales.lead l WHERE l.id = o.originating_lead_id;

CREATE FUNCTION sales.keep_request_hour() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT created_at INTO NEW.requested_at FROM sales.lead WHERE id = NEW.originating_lead_id;
  RETURN NEW;
END $$;

CREATE TRIGGER opportunity_keeps_request_hour BEFORE INSERT ON sales.opportunity
  FOR EACH ROW WHEN (NEW.requested_at IS NULL AND NEW.originating_lead_id IS NOT NULL) EXECUTE FUNCTION sales.keep_request_hour();

-- Serves the dashboard's funnel: opportunities by when their request came in.
CREATE INDEX opportunity_by_request ON sales.opportunity (requested_at DESC, id DESC) WHERE requested_at IS NOT NULL;
-- Serves the dashboard's numbers of what was closed in a period.
CREATE INDEX lead_by_close ON sales.lead (closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX opportunity_by_close_hour ON sales.opportunity (closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
-- Serves the dashboard's queue: a seller's open leads, oldest first.
CREATE INDEX lead_open_of_owner ON sales.lead (owner_id, created_at, id) WHERE state = 'open';
-- Serves the dashboard: a seller's open opportunities, longest in their stage first.
CREATE INDEX opportunity_open_in_stage ON sales.opportunity (owner_id, stage_entered_at, id) WHERE state = 'open';

-- ---------- What is counted by what ----------
-- Days are those of UTC, as in the filters of the lists. Weeks begin on Monday.

-- How long something took, on a scale with eight steps to each doubling of its hours: 127 steps reach seven years.
CREATE FUNCTION sales.wait_step(since timestamptz, until timestamptz) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN least(127, floor(8 * ln(1 + greatest(0, extract(epoch FROM until - since)) / 3600) / ln(2)))::smallint;

CREATE FUNCTION sales.day_of(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (at AT TIME ZONE 'UTC')::date;
CREATE FUNCTION sales.week_of(at date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN at - (extract(isodow FROM at)::int - 1);
CREATE FUNCTION sales.month_of(at date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN at - (extract(day FROM at)::int - 1);

-- The lines in which a lead is counted. Every line but the sellers' stands once for all and once for the owner.
CREATE FUNCTION sales.lead_lines(status sales.lead_status_reason, source sales.lead_source, country text, owner_id uuid, from_commerce boolean,
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
    ('lead.day', CASE WHEN is_open THEN created_day END, '', 'open'),
    ('lead.week', sales.week_of(created_day), source::text, state),
    ('lead.country', sales.week_of(created_day), coalesce(country, ''), state),
    ('lead.month', sales.month_of(created_day), '', state),
    ('lead.closed', sales.week_of(closed_day), '', status::text),
    ('lead.wait', CASE WHEN wait IS NOT NULL THEN sales.week_of(closed_day) END, wait::text, state)
  ) AS l(line, bucket, key, status) WHERE l.bucket IS NOT NULL
  UNION ALL
  SELECT l.line, 'all', l.bucket, owner, l.status FROM one
  CROSS JOIN LATERAL (VALUES
    ('lead.owner', CASE WHEN is_open THEN date '1970-01-01' END, 'open'),
    ('lead.owner-day', CASE WHEN is_open THEN created_day END, 'open'),
    ('lead.owner-closed', sales.week_of(closed_day), state)
  ) AS l(line, bucket, status) WHERE l.bucket IS NOT NULL
$$;

-- The lines in which an opportunity is counted.
CREATE FUNCTION sales.opportunity_lines(status sales.opportunity_status_reason, stage sales.stage, owner_id uuid, requested_day date, closed_day date, wait smallint)
RETURNS TABLE (line text, scope text, bucket date, key text, status text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH one AS (
    SELECT coalesce(owner_id::text, 'none') AS owner,
      CASE WHEN status IN ('in_progress', 'on_hold') THEN 'open' WHEN status = 'won' THEN 'won' ELSE 'lost' END AS state
  )
  SELECT l.line, s.scope, l.bucket, l.key, l.status FROM one
  CROSS JOIN LATERAL (VALUES ('all'), (owner)) AS s(scope)
  CROSS JOIN LATERAL (VALUES
    ('opportunity.view', date '1970-01-01', stage::text, state),
    ('opportunity.requested', sales.week_of(requested_day), stage::text, state),
    ('opportunity.month', sales.month_of(requested_day), '', state),
    ('opportunity.closed', sales.week_of(closed_day), '', status::text),
    ('opportunity.wait', sales.week_of(closed_day), wait::text, state)
  ) AS l(line, bucket, key, status) WHERE l.bucket IS NOT NULL
  UNION ALL
  SELECT l.line, 'all', l.bucket, owner, state FROM one
  CROSS JOIN LATERAL (VALUES
    ('opportunity.owner', CASE WHEN state = 'open' THEN date '1970-01-01' END),
    ('opportunity.owner-closed', sales.week_of(closed_day))
  ) AS l(line, bucket) WHERE l.bucket IS NOT NULL
$$;

-- What is counted at this moment: the folded lines and what came since. Whoever reads it in one statement reads exact numbers.
CREATE VIEW sales.tally_live AS
  SELECT line, scope, bucket, key, status, n FROM sales.tally
  UNION ALL
  SELECT l.line, l.scope, l.bucket, l.key, l.status, d.n FROM sales.lead_delta d
  CROSS JOIN LATERAL sales.lead_lines(d.status, d.source, d.country, d.owner_id, d.from_commerce, d.created_day, d.closed_day, d.wait) l
  UNION ALL
  SELECT l.line, l.scope, l.bucket, l.key, l.status, d.n FROM sales.opportunity_delta d
  CROSS JOIN LATERAL sales.opportunity_lines(d.status, d.stage, d.owner_id, d.requested_day, d.closed_day, d.wait) l;

-- ---------- Keeping the tally ----------
-- Triggers on statements append what a statement changed, added up: one row for a lead that came, two for one that moved, few for a bulk that is alike; nobody updates a row that somebody else updates, so no two sellers wait for each other here.

CREATE FUNCTION sales.note_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO sales.lead_delta (n, status, source, country, owner_id, from_commerce, created_day, closed_day, wait)
    SELECT sum(n), status_reason, source, country, owner_id, from_commerce, sales.day_of(created_at), sales.day_of(closed_at),
      CASE WHEN state = 'disqualified' THEN sales.wait_step(created_at, closed_at) END
    FROM (SELECT 1 AS n, status_reason, state, source, country, owner_id, from_commerce, created_at, closed_at FROM rows_after UNION ALL SELECT -1, status_reason, state, source, country, owner_id, from_commerce, created_at, closed_at FROM rows_before) AS changed
    GROUP BY 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(n) <> 0;
  ELSE
    INSERT INTO sales.lead_delta (n, status, source, country, owner_id, from_commerce, created_day, closed_day, wait)
    SELECT CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END, status_reason, source, country, owner_id, from_commerce, sales.day_of(created_at), sales.day_of(closed_at),
      CASE WHEN state = 'disqualified' THEN sales.wait_step(created_at, closed_at) END
    FROM rows_changed GROUP BY 2, 3, 4, 5, 6, 7, 8, 9;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION sales.note_opportunities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO sales.opportunity_delta (n, status, stage, owner_id, requested_day, closed_day, wait)
    SELECT sum(n), status_reason, stage, owner_id, sales.day_of(requested_at), sales.day_of(closed_at), sales.wait_step(coalesce(requested_at, created_at), closed_at)
    FROM (SELECT 1 AS n, status_reason, stage, owner_id, requested_at, created_at, closed_at FROM rows_after UNION ALL SELECT -1, status_reason, stage, owner_id, requested_at, created_at, closed_at FROM rows_before) AS changed
    GROUP BY 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0;
  ELSE
    INSERT INTO sales.opportunity_delta (n, status, stage, owner_id, requested_day, closed_day, wait)
    SELECT CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END, status_reason, stage, owner_id, sales.day_of(requested_at), sales.day_of(closed_at), sales.wait_step(coalesce(requested_at, created_at), closed_at)
    FROM rows_changed GROUP BY 2, 3, 4, 5, 6, 7;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION commerce.note_prospects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO commerce.prospect_tally (n, status)
    SELECT sum(n), status
    FROM (SELECT 1 AS n, status FROM rows_after UNION ALL SELECT -1, status FROM rows_before) AS changed
    GROUP BY 2 HAVING sum(n) <> 0;
  ELSE
    INSERT INTO commerce.prospect_tally (n, status)
    SELECT CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END, status
    FROM rows_changed GROUP BY 2;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER lead_tallied_in AFTER INSERT ON sales.lead REFERENCING NEW TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.note_leads();
CREATE TRIGGER lead_tallied_over AFTER UPDATE ON sales.lead REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_leads();
CREATE TRIGGER lead_tallied_out AFTER DELETE ON sales.lead REFERENCING OLD TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.note_leads();

CREATE TRIGGER opportunity_tallied_in AFTER INSERT ON sales.opportunity REFERENCING NEW TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.note_opportunities();
CREATE TRIGGER opportunity_tallied_over AFTER UPDATE ON sales.opportunity REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_opportunities();
CREATE TRIGGER opportunity_tallied_out AFTER DELETE ON sales.opportunity REFERENCING OLD TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.note_opportunities();

CREATE TRIGGER prospect_tallied_in AFTER INSERT ON commerce.prospect REFERENCING NEW TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION commerce.note_prospects();
CREATE TRIGGER prospect_tallied_over AFTER UPDATE ON commerce.prospect REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION commerce.note_prospects();
CREATE TRIGGER prospect_tallied_out AFTER DELETE ON commerce.prospect REFERENCING OLD TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION commerce.note_prospects();

-- Folds up to `most` rows of each kind into the tally, and returns how many of its lines that changed; 0 too while somebody else folds. What tally_live adds up to is the same before, during and after.
CREATE FUNCTION sales.fold_tally(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  leads int;
  opportunities int;
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
  RETURN leads + opportunities;
END $$;

-- The same for Commerce: many rows of a status become one.
CREATE FUNCTION commerce.fold_tally(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  folded int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('commerce.fold_tally')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM commerce.prospect_tally WHERE ctid = ANY (ARRAY(SELECT ctid FROM commerce.prospect_tally LIMIT most)) RETURNING *
  ), kept AS (
    INSERT INTO commerce.prospect_tally (status, n) SELECT status, sum(n) FROM taken GROUP BY status HAVING sum(n) <> 0 RETURNING 1
  )
  SELECT (SELECT count(*) FROM taken) - (SELECT count(*) FROM kept) INTO folded;
  RETURN folded;
END $$;

-- Counts everything anew: for tables that were filled with their triggers off, and for what stands there today.
CREATE FUNCTION sales.recount_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE sales.lead, sales.opportunity IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('sales.fold_tally'));
  DELETE FROM sales.lead_delta;
  DELETE FROM sales.opportunity_delta;
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
END $$;

CREATE FUNCTION commerce.recount_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE commerce.prospect IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('commerce.fold_tally'));
  DELETE FROM commerce.prospect_tally;
  INSERT INTO commerce.prospect_tally (status, n) SELECT status, count(*) FROM commerce.prospect GROUP BY status;
END $$;

CREATE FUNCTION sales.recount_emptied() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM sales.recount_tally(); RETURN NULL; END $$;
CREATE FUNCTION commerce.recount_emptied() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM commerce.recount_tally(); RETURN NULL; END $$;
CREATE TRIGGER lead_tally_emptied AFTER TRUNCATE ON sales.lead FOR EACH STATEMENT EXECUTE FUNCTION sales.recount_emptied();
CREATE TRIGGER opportunity_tally_emptied AFTER TRUNCATE ON sales.opportunity FOR EACH STATEMENT EXECUTE FUNCTION sales.recount_emptied();
CREATE TRIGGER prospect_tally_emptied AFTER TRUNCATE ON commerce.prospect FOR EACH STATEMENT EXECUTE FUNCTION commerce.recount_emptied();

-- Rows come and go at once: what is dead is cleared away early, since every page reads these tables whole.
ALTER TABLE sales.lead_delta SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
ALTER TABLE sales.opportunity_delta SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
ALTER TABLE commerce.prospect_tally SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
ALTER TABLE sales.tally SET (fillfactor = 80);

SELECT sales.recount_tally();
SELECT commerce.recount_tally();
