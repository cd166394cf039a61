-- CreateTable
CREATE TABLE "sales"."stage_visit" (
    "opportunity_id" UUID NOT NULL,
    "stage" "sales"."stage" NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_visit_pkey" PRIMARY KEY ("opportunity_id","entered_at")
);

-- CreateTable
CREATE TABLE "sales"."checklist_step" (
    "id" UUID NOT NULL,
    "stage" "sales"."stage" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "checklist_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."checklist_tick" (
    "opportunity_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,

    CONSTRAINT "checklist_tick_pkey" PRIMARY KEY ("opportunity_id","step_id")
);

-- CreateTable
CREATE TABLE "sales"."competitor" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "website" TEXT,
    "strengths" TEXT,
    "weaknesses" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "competitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."opportunity_competitor" (
    "opportunity_id" UUID NOT NULL,
    "competitor_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "opportunity_competitor_pkey" PRIMARY KEY ("opportunity_id","competitor_id")
);

-- CreateIndex
CREATE INDEX "checklist_tick_step_id_idx" ON "sales"."checklist_tick"("step_id");

-- CreateIndex
CREATE UNIQUE INDEX "competitor_name_key_key" ON "sales"."competitor"("name_key");

-- CreateIndex
CREATE INDEX "opportunity_competitor_competitor_id_idx" ON "sales"."opportunity_competitor"("competitor_id");

-- AddForeignKey
ALTER TABLE "sales"."stage_visit" ADD CONSTRAINT "stage_visit_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "sales"."opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."checklist_tick" ADD CONSTRAINT "checklist_tick_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "sales"."opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."checklist_tick" ADD CONSTRAINT "checklist_tick_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "sales"."checklist_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."opportunity_competitor" ADD CONSTRAINT "opportunity_competitor_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "sales"."opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."opportunity_competitor" ADD CONSTRAINT "opportunity_competitor_competitor_id_fkey" FOREIGN KEY ("competitor_id") REFERENCES "sales"."competitor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------- Stage visits ----------
-- When an opportunity entered its stage is what tells one visit from another: an undo that puts the old hour back puts the old visit back.

ALTER TABLE sales.stage_visit ADD CONSTRAINT stage_visit_runs_forward CHECK (left_at >= entered_at);

-- The one that goes on, of which there is at most one.
CREATE UNIQUE INDEX stage_visit_now ON sales.stage_visit (opportunity_id) WHERE left_at IS NULL;

INSERT INTO sales.stage_visit (opportunity_id, stage, entered_at, left_at)
  SELECT id, stage, stage_entered_at, closed_at FROM sales.opportunity WHERE state = 'open' OR closed_at > stage_entered_at;

CREATE FUNCTION sales.begin_stage_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.stage_visit (opportunity_id, stage, entered_at, left_at)
    SELECT id, stage, stage_entered_at, closed_at FROM opened WHERE state = 'open' OR closed_at > stage_entered_at;
  RETURN NULL;
END $$;

CREATE FUNCTION sales.keep_stage_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'open' THEN
    UPDATE sales.stage_visit SET left_at = greatest(NEW.closed_at, entered_at) WHERE opportunity_id = NEW.id AND left_at IS NULL;
    RETURN NULL;
  END IF;
  -- Only an undo goes back in time: what was entered later never was.
  DELETE FROM sales.stage_visit WHERE opportunity_id = NEW.id AND entered_at > NEW.stage_entered_at;
  UPDATE sales.stage_visit SET left_at = NEW.stage_entered_at
    WHERE opportunity_id = NEW.id AND left_at IS NULL AND entered_at < NEW.stage_entered_at;
  INSERT INTO sales.stage_visit (opportunity_id, stage, entered_at) VALUES (NEW.id, NEW.stage, NEW.stage_entered_at)
    ON CONFLICT (opportunity_id, entered_at) DO UPDATE SET stage = EXCLUDED.stage, left_at = NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER opportunity_begins_visits AFTER INSERT ON sales.opportunity
  REFERENCING NEW TABLE AS opened FOR EACH STATEMENT EXECUTE FUNCTION sales.begin_stage_visits();
CREATE TRIGGER opportunity_keeps_visits AFTER UPDATE OF stage, stage_entered_at, state ON sales.opportunity FOR EACH ROW
  WHEN (NEW.stage IS DISTINCT FROM OLD.stage OR NEW.stage_entered_at IS DISTINCT FROM OLD.stage_entered_at OR NEW.state IS DISTINCT FROM OLD.state)
  EXECUTE FUNCTION sales.keep_stage_visits();

-- ---------- Onboarding checklist ----------

-- Serves the checklist of every opportunity and of Settings.
CREATE INDEX checklist_step_standing ON sales.checklist_step (stage, position) WHERE removed_at IS NULL;

INSERT INTO sales.checklist_step (id, stage, position, text)
  SELECT gen_random_uuid(), step.stage::sales.stage, row_number() OVER (PARTITION BY step.stage), step.text
  FROM (VALUES
    ('qualify', 'Confirm who decides, and by when'),
    ('qualify', 'Confirm the need and the budget'),
    ('develop', 'Verify the company: tax ID and register'),
    ('develop', 'Meet the people who will order'),
    ('develop', 'Describe the current situation and the need'),
    ('propose', 'Send terms and price list'),
    ('propose', 'Walk through the offer with the partner'),
    ('propose', 'Agree on a credit limit'),
    ('close', 'Get the partner agreement signed'),
    ('close', 'Name the Admin of the organization'),
    ('close', 'Plan the first order')
  ) AS step (stage, text);
