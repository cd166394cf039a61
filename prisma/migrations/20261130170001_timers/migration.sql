-- CreateEnum
CREATE TYPE "sales"."lead_timer" AS ENUM ('response', 'decision');

-- CreateEnum
CREATE TYPE "sales"."timer_state" AS ENUM ('on_time', 'warning', 'breached', 'paused', 'met', 'missed');

-- CreateEnum
CREATE TYPE "sales"."timer_event_kind" AS ENUM ('warning', 'breach');

-- AlterTable
ALTER TABLE "sales"."lead" ADD COLUMN     "decision_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "decision_state" "sales"."timer_state" NOT NULL DEFAULT 'on_time',
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "response_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "response_state" "sales"."timer_state" NOT NULL DEFAULT 'on_time',
ADD COLUMN     "timer_next_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "sales"."timer_target" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rating" "sales"."rating",
    "source" "sales"."lead_source",
    "response_hours" DECIMAL(7,2) NOT NULL,
    "decision_days" DECIMAL(7,2),
    "warn_at" INTEGER NOT NULL DEFAULT 75,
    "calendar_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "timer_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."timer_event" (
    "lead_id" UUID NOT NULL,
    "timer" "sales"."lead_timer" NOT NULL,
    "kind" "sales"."timer_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "rule_id" UUID,

    CONSTRAINT "timer_event_pkey" PRIMARY KEY ("lead_id","timer","kind")
);

-- CreateTable
CREATE TABLE "sales"."timer_pause" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "timer_pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."timer_todo" (
    "id" BIGSERIAL NOT NULL,
    "lead_id" UUID NOT NULL,

    CONSTRAINT "timer_todo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."timer_work" (
    "id" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "sweep_from" UUID,
    "swept_at" TIMESTAMPTZ(3),

    CONSTRAINT "timer_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."timer_tally" (
    "id" BIGSERIAL NOT NULL,
    "timer" "sales"."lead_timer" NOT NULL,
    "state" "sales"."timer_state" NOT NULL,
    "owner_id" UUID,
    "n" INTEGER NOT NULL,

    CONSTRAINT "timer_tally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "timer_target_calendar_id_idx" ON "sales"."timer_target"("calendar_id");

-- CreateIndex
CREATE INDEX "timer_pause_lead_id_from_at_idx" ON "sales"."timer_pause"("lead_id", "from_at");

-- AddForeignKey
ALTER TABLE "sales"."timer_target" ADD CONSTRAINT "timer_target_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "sales"."business_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."timer_event" ADD CONSTRAINT "timer_event_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."timer_pause" ADD CONSTRAINT "timer_pause_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------- Lists ----------
-- Serve the orders by what is due first.
CREATE INDEX lead_by_response_due ON sales.lead (response_due_at, id);
CREATE INDEX lead_by_decision_due ON sales.lead (decision_due_at, id);
-- Serve groups and filters by the state of a timer, newest first, and the lists behind the dashboard's numbers of an owner.
CREATE INDEX lead_response_newest ON sales.lead (response_state, created_at DESC, id DESC);
CREATE INDEX lead_decision_newest ON sales.lead (decision_state, created_at DESC, id DESC);
-- Serve the view Escalated, and the filter by when.
CREATE INDEX lead_escalated_newest ON sales.lead (created_at DESC, id DESC) WHERE escalated_at IS NOT NULL;
CREATE INDEX lead_by_escalation ON sales.lead (escalated_at) WHERE escalated_at IS NOT NULL;

-- ---------- Work that is due ----------
-- Serves the worker: the next warnings and breaches.
CREATE INDEX lead_timer_next ON sales.lead (timer_next_at) WHERE timer_next_at IS NOT NULL;
-- Serves the worker: leads that no timer has looked at yet, the newest first.
CREATE INDEX lead_untimed ON sales.lead (id DESC) WHERE decision_state = 'on_time' AND decision_due_at IS NULL;
-- Serves a new look at every clock that runs or stands, lead by lead.
CREATE INDEX lead_timed ON sales.lead (id) WHERE decision_state IN ('on_time', 'warning', 'breached', 'paused');

-- ---------- What must never be false ----------
ALTER TABLE sales.timer_target
  ADD CONSTRAINT timer_target_is_positive CHECK (response_hours > 0 AND (decision_days IS NULL OR decision_days > 0)),
  ADD CONSTRAINT timer_target_warns_before CHECK (warn_at BETWEEN 1 AND 99);
-- One target fits every lead.
CREATE UNIQUE INDEX timer_target_default ON sales.timer_target ((true)) WHERE rating IS NULL AND source IS NULL;
ALTER TABLE sales.timer_pause ADD CONSTRAINT timer_pause_runs_forward CHECK (to_at IS NULL OR from_at <= to_at);
-- Somebody who stops a clock that stands is told so.
CREATE UNIQUE INDEX timer_pause_open ON sales.timer_pause (lead_id) WHERE to_at IS NULL;
ALTER TABLE sales.timer_work ADD CONSTRAINT timer_work_is_one CHECK (id = 1);

-- ---------- What timers depend on ----------
-- A lead whose timers may read otherwise is noted in the transaction that changed it, whoever changed it and however; the worker looks again.

CREATE FUNCTION sales.note_timer_todo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'lead' THEN
    INSERT INTO sales.timer_todo (lead_id) VALUES (NEW.id);
  ELSIF TG_TABLE_NAME = 'activity' THEN
    INSERT INTO sales.timer_todo (lead_id) SELECT DISTINCT lead FROM unnest(array[OLD.lead_id, NEW.lead_id]) AS lead WHERE lead IS NOT NULL;
  ELSE
    INSERT INTO sales.timer_todo (lead_id) SELECT id FROM sales.lead WHERE opportunity_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER lead_timers_change AFTER UPDATE ON sales.lead FOR EACH ROW
  WHEN ((OLD.status_reason, OLD.rating, OLD.source, OLD.created_at, OLD.closed_at, OLD.opportunity_id)
    IS DISTINCT FROM (NEW.status_reason, NEW.rating, NEW.source, NEW.created_at, NEW.closed_at, NEW.opportunity_id))
  EXECUTE FUNCTION sales.note_timer_todo();
CREATE TRIGGER activity_in_touch AFTER INSERT ON sales.activity FOR EACH ROW
  WHEN (NEW.lead_id IS NOT NULL AND NEW.kind IN ('phone_call', 'email')) EXECUTE FUNCTION sales.note_timer_todo();
CREATE TRIGGER activity_in_touch_again AFTER UPDATE ON sales.activity FOR EACH ROW
  WHEN (NEW.kind IN ('phone_call', 'email') AND (OLD.lead_id, OLD.at) IS DISTINCT FROM (NEW.lead_id, NEW.at)) EXECUTE FUNCTION sales.note_timer_todo();
CREATE TRIGGER activity_not_in_touch AFTER DELETE ON sales.activity FOR EACH ROW
  WHEN (OLD.lead_id IS NOT NULL AND OLD.kind IN ('phone_call', 'email')) EXECUTE FUNCTION sales.note_timer_todo();
CREATE TRIGGER opportunity_timers_change AFTER UPDATE ON sales.opportunity FOR EACH ROW
  WHEN (OLD.status_reason IS DISTINCT FROM NEW.status_reason) EXECUTE FUNCTION sales.note_timer_todo();

-- ---------- Counting ----------
-- As prospects are counted: rows are appended and folded to one for each, so that nobody counts leads to show how many are late.

CREATE FUNCTION sales.note_timers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.timer_tally (timer, state, owner_id, n)
  SELECT timer, state, owner_id, sum(n) FROM (
    SELECT 1 AS n, 'response'::sales.lead_timer AS timer, NEW.response_state AS state, NEW.owner_id AS owner_id, NEW.response_due_at AS due WHERE TG_OP <> 'DELETE'
    UNION ALL SELECT 1, 'decision', NEW.decision_state, NEW.owner_id, NEW.decision_due_at WHERE TG_OP <> 'DELETE'
    UNION ALL SELECT -1, 'response', OLD.response_state, OLD.owner_id, OLD.response_due_at WHERE TG_OP <> 'INSERT'
    UNION ALL SELECT -1, 'decision', OLD.decision_state, OLD.owner_id, OLD.decision_due_at WHERE TG_OP <> 'INSERT'
  ) changed WHERE state <> 'on_time' OR due IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  RETURN NULL;
END $$;

CREATE TRIGGER lead_timers_counted_in AFTER INSERT ON sales.lead FOR EACH ROW
  WHEN (NEW.decision_state <> 'on_time' OR NEW.decision_due_at IS NOT NULL) EXECUTE FUNCTION sales.note_timers();
CREATE TRIGGER lead_timers_counted_over AFTER UPDATE ON sales.lead FOR EACH ROW
  WHEN ((OLD.response_state, OLD.decision_state, OLD.owner_id, OLD.response_due_at IS NULL, OLD.decision_due_at IS NULL)
    IS DISTINCT FROM (NEW.response_state, NEW.decision_state, NEW.owner_id, NEW.response_due_at IS NULL, NEW.decision_due_at IS NULL))
  EXECUTE FUNCTION sales.note_timers();
CREATE TRIGGER lead_timers_counted_out AFTER DELETE ON sales.lead FOR EACH ROW
  WHEN (OLD.decision_state <> 'on_time' OR OLD.decision_due_at IS NOT NULL) EXECUTE FUNCTION sales.note_timers();

CREATE FUNCTION sales.fold_timers(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  folded int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('sales.fold_timers')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM sales.timer_tally WHERE ctid = ANY (ARRAY(SELECT ctid FROM sales.timer_tally LIMIT most)) RETURNING *
  ), kept AS (
    INSERT INTO sales.timer_tally (timer, state, owner_id, n) SELECT timer, state, owner_id, sum(n) FROM taken GROUP BY 1, 2, 3 HAVING sum(n) <> 0 RETURNING 1
  )
  SELECT (SELECT count(*) FROM taken) - (SELECT count(*) FROM kept) INTO folded;
  RETURN folded;
END $$;

-- Counts everything anew: for a table that was filled with its triggers off.
CREATE FUNCTION sales.recount_timers() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE sales.lead IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('sales.fold_timers'));
  DELETE FROM sales.timer_tally;
  INSERT INTO sales.timer_tally (timer, state, owner_id, n)
  SELECT 'response', response_state, owner_id, count(*) FROM sales.lead WHERE response_state <> 'on_time' OR response_due_at IS NOT NULL GROUP BY 2, 3
  UNION ALL
  SELECT 'decision', decision_state, owner_id, count(*) FROM sales.lead WHERE decision_state <> 'on_time' OR decision_due_at IS NOT NULL GROUP BY 2, 3;
END $$;

CREATE FUNCTION sales.recount_timers_emptied() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM sales.recount_timers(); RETURN NULL; END $$;
CREATE TRIGGER lead_timers_emptied AFTER TRUNCATE ON sales.lead FOR EACH STATEMENT EXECUTE FUNCTION sales.recount_timers_emptied();

ALTER TABLE sales.timer_tally SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE sales.timer_todo SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

INSERT INTO sales.timer_target (id, position, response_hours) VALUES (gen_random_uuid(), 0, 8);
INSERT INTO sales.timer_work (id, started_at) VALUES (1, now());
