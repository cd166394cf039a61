-- CreateEnum
CREATE TYPE "commerce"."decision_timer" AS ENUM ('on_time', 'warning', 'breached', 'paused', 'met', 'missed');

-- AlterTable
ALTER TABLE "commerce"."prospect" ADD COLUMN     "decision_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "decision_state" "commerce"."decision_timer" NOT NULL DEFAULT 'on_time',
ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "owner_name" TEXT,
ADD COLUMN     "timer_next_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "commerce"."prospect_tally" ADD COLUMN     "is_late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "owner_id" UUID;

-- AlterTable
ALTER TABLE "sales"."timer_work" ADD COLUMN     "prospects_from" UUID;

-- CreateTable
CREATE TABLE "commerce"."timer_todo" (
    "id" BIGSERIAL NOT NULL,
    "prospect_id" UUID NOT NULL,

    CONSTRAINT "timer_todo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."decision_timer_todo" (
    "id" BIGSERIAL NOT NULL,
    "prospect_id" UUID NOT NULL,

    CONSTRAINT "decision_timer_todo_pkey" PRIMARY KEY ("id")
);

ALTER TABLE commerce.prospect ADD CONSTRAINT prospect_owner_is_named CHECK ((owner_id IS NULL) = (owner_name IS NULL));

-- ---------- Lists ----------
-- Serves the view Mine, the filter by owner and its groups, newest first.
CREATE INDEX prospect_of_owner ON commerce.prospect (owner_id, submitted_at DESC, id DESC) WHERE owner_id IS NOT NULL;
-- Serves the view Unassigned, which holds what still waits.
CREATE INDEX prospect_unassigned_newest ON commerce.prospect (submitted_at DESC, id DESC) WHERE owner_id IS NULL AND status = 'pending';
-- Serve the orders by owner and by what is due first.
CREATE INDEX prospect_by_owner_name ON commerce.prospect (owner_name, id);
CREATE INDEX prospect_by_decision_due ON commerce.prospect (decision_due_at, id);
-- Serves groups and filters by how the decision stands, newest first.
CREATE INDEX prospect_decision_newest ON commerce.prospect (decision_state, submitted_at DESC, id DESC);
-- Serves the filter by the hour of consent.
CREATE INDEX prospect_by_consent ON commerce.prospect (consent_at);

-- Every text of a prospect can be filtered by.
DROP INDEX commerce.prospect_told;
DROP INDEX commerce.prospect_traits;
CREATE INDEX prospect_told ON commerce.prospect USING gin (lower(coalesce(sales_stage, '') || ' ' || coalesce(website, '') || ' ' || coalesce(tax_id, '') || ' ' || street || ' ' || coalesce(street2, '') || ' ' || coalesce(city, '') || ' ' || coalesce(state_province, '') || ' ' || coalesce(postal_code, '') || ' ' || language || ' ' || coalesce(decided_by_name, '') || ' ' || coalesce(decision_reason, '') || ' ' || coalesce(note_to_applicant, '') || ' ' || coalesce(comments, '')) gin_trgm_ops);
CREATE INDEX prospect_traits ON commerce.prospect USING gin ((array[CASE WHEN sales_stage is not null THEN 'sales+' ELSE 'sales-' END, CASE WHEN phone is not null THEN 'phone+' ELSE 'phone-' END, CASE WHEN website is not null THEN 'website+' ELSE 'website-' END, CASE WHEN tax_id is not null THEN 'taxId+' ELSE 'taxId-' END, CASE WHEN street2 is not null THEN 'street2+' ELSE 'street2-' END, CASE WHEN city is not null THEN 'city+' ELSE 'city-' END, CASE WHEN state_province is not null THEN 'stateProvince+' ELSE 'stateProvince-' END, CASE WHEN postal_code is not null THEN 'postalCode+' ELSE 'postalCode-' END, CASE WHEN comments is not null THEN 'comments+' ELSE 'comments-' END, CASE WHEN decided_at is not null THEN 'decided+' ELSE 'decided-' END, CASE WHEN decided_by_name is not null THEN 'decidedBy+' ELSE 'decidedBy-' END, CASE WHEN decision_reason is not null THEN 'reason+' ELSE 'reason-' END, CASE WHEN note_to_applicant is not null THEN 'note+' ELSE 'note-' END, CASE WHEN email_confirmed_at is not null THEN 'confirmed+' ELSE 'confirmed-' END]));
ALTER INDEX commerce.prospect_told ALTER COLUMN 1 SET STATISTICS 1000;

-- Serve approvals of many: the organizations that a request may be of.
CREATE INDEX customer_by_tax_id ON commerce.customer (tax_id) WHERE type = 'organization' AND tax_id IS NOT NULL;
CREATE INDEX organization_by_plain_name ON commerce.customer (lower(name)) WHERE type = 'organization';

-- ---------- Work that is due ----------
-- Serves the worker: the next warnings and breaches of prospects.
CREATE INDEX prospect_timer_next ON commerce.prospect (timer_next_at) WHERE timer_next_at IS NOT NULL;
-- Serves the worker: prospects that no timer has looked at yet, the newest first.
CREATE INDEX prospect_untimed ON commerce.prospect (id DESC) WHERE decision_state = 'on_time' AND decision_due_at IS NULL;
-- Serves a new look at every prospect that waits, one after the other.
CREATE INDEX prospect_timed ON commerce.prospect (id) WHERE status = 'pending';

-- Neither store reads the other: each notes which prospects to look at again, and sync does.
CREATE FUNCTION commerce.note_timer_todo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO commerce.timer_todo (prospect_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER prospect_timer_changes AFTER UPDATE ON commerce.prospect FOR EACH ROW
  WHEN ((OLD.status, OLD.submitted_at, OLD.decided_at, OLD.lead_id) IS DISTINCT FROM (NEW.status, NEW.submitted_at, NEW.decided_at, NEW.lead_id))
  EXECUTE FUNCTION commerce.note_timer_todo();

CREATE FUNCTION sales.note_decision_timer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.decision_timer_todo (prospect_id) VALUES (NEW.prospect_id);
  RETURN NULL;
END $$;
CREATE TRIGGER lead_decision_timer_changes AFTER UPDATE ON sales.lead FOR EACH ROW
  WHEN (NEW.prospect_id IS NOT NULL AND (OLD.decision_state, OLD.decision_due_at) IS DISTINCT FROM (NEW.decision_state, NEW.decision_due_at))
  EXECUTE FUNCTION sales.note_decision_timer();

ALTER TABLE commerce.timer_todo SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE sales.decision_timer_todo SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- ---------- Counting ----------
-- Prospects are counted by status, by whose they are, and by whether the decision is late.
CREATE FUNCTION commerce.is_late(status commerce.prospect_status, timer commerce.decision_timer) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT status = 'pending' AND timer = 'breached' $$;

CREATE OR REPLACE FUNCTION commerce.note_prospects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO commerce.prospect_tally (n, status, owner_id, is_late)
    SELECT sum(n), status, owner_id, is_late
    FROM (
      SELECT 1 AS n, status, owner_id, commerce.is_late(status, decision_state) AS is_late FROM rows_after
      UNION ALL SELECT -1, status, owner_id, commerce.is_late(status, decision_state) FROM rows_before
    ) AS changed
    GROUP BY 2, 3, 4 HAVING sum(n) <> 0;
  ELSE
    INSERT INTO commerce.prospect_tally (n, status, owner_id, is_late)
    SELECT CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END, status, owner_id, commerce.is_late(status, decision_state)
    FROM rows_changed GROUP BY 2, 3, 4;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION commerce.fold_tally(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  folded int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('commerce.fold_tally')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM commerce.prospect_tally WHERE ctid = ANY (ARRAY(SELECT ctid FROM commerce.prospect_tally LIMIT most)) RETURNING *
  ), kept AS (
    INSERT INTO commerce.prospect_tally (status, owner_id, is_late, n)
    SELECT status, owner_id, is_late, sum(n) FROM taken GROUP BY 1, 2, 3 HAVING sum(n) <> 0 RETURNING 1
  )
  SELECT (SELECT count(*) FROM taken) - (SELECT count(*) FROM kept) INTO folded;
  RETURN folded;
END $$;

CREATE OR REPLACE FUNCTION commerce.recount_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE commerce.prospect IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('commerce.fold_tally'));
  DELETE FROM commerce.prospect_tally;
  INSERT INTO commerce.prospect_tally (status, owner_id, is_late, n)
  SELECT status, owner_id, commerce.is_late(status, decision_state), count(*) FROM commerce.prospect GROUP BY 1, 2, 3;
END $$;

-- Views that showed the target of days show the timer in its place. What was filtered by it asked about days since the request came, as Waiting does.
UPDATE platform.saved_view SET definition = definition || jsonb_build_object(
    'cols', regexp_replace(coalesce(definition->>'cols', ''), '\mtarget\M', 'decisionDue'),
    'f', replace(coalesce(definition->>'f', ''), '"target"', '"waiting"'))
WHERE list = 'prospects' AND definition::text LIKE '%target%';
