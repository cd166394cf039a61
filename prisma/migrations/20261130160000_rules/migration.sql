-- CreateEnum
CREATE TYPE "sales"."lead_grade" AS ENUM ('a', 'b', 'c', 'd');

-- CreateEnum
CREATE TYPE "sales"."rule_run_state" AS ENUM ('running', 'done', 'failed', 'canceled');

-- AlterTable
ALTER TABLE "sales"."lead" ADD COLUMN     "grade" "sales"."lead_grade",
ADD COLUMN     "score" INTEGER;

-- CreateTable
CREATE TABLE "sales"."rule_set" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "draft_version" INTEGER NOT NULL DEFAULT 1,
    "published" INTEGER,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."rule_version" (
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "book" JSONB NOT NULL,
    "changes" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "restored" INTEGER,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("kind","number")
);

-- CreateTable
CREATE TABLE "sales"."lead_score" (
    "lead_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "grade" "sales"."lead_grade" NOT NULL,
    "version" INTEGER NOT NULL,
    "fired" INTEGER[],
    "scored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_score_pkey" PRIMARY KEY ("lead_id")
);

-- CreateTable
CREATE TABLE "sales"."score_queue" (
    "id" BIGSERIAL NOT NULL,
    "lead_id" UUID NOT NULL,

    CONSTRAINT "score_queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."rule_run" (
    "id" UUID NOT NULL,
    "work" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER,
    "book" JSONB,
    "state" "sales"."rule_run_state" NOT NULL DEFAULT 'running',
    "through" UUID,
    "since" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_kind_key" ON "sales"."rule_set"("kind");

-- CreateIndex
CREATE INDEX "rule_run_kind_work_started_at_idx" ON "sales"."rule_run"("kind", "work", "started_at" DESC);

-- AddForeignKey
ALTER TABLE "sales"."lead_score" ADD CONSTRAINT "lead_score_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE sales.rule_set
  ADD CONSTRAINT rule_set_draft CHECK (jsonb_typeof(draft) = 'object'),
  ADD CONSTRAINT rule_set_published CHECK (published IS NULL OR published > 0);
ALTER TABLE sales.rule_version
  ADD CONSTRAINT rule_version_book CHECK (jsonb_typeof(book) = 'object'),
  ADD CONSTRAINT rule_version_number CHECK (number > 0);
CREATE TRIGGER rule_version_stays BEFORE UPDATE OR DELETE ON sales.rule_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

ALTER TABLE sales.lead
  ADD CONSTRAINT lead_score_in_range CHECK (score BETWEEN 0 AND 100),
  ADD CONSTRAINT lead_score_has_grade CHECK ((score IS NULL) = (grade IS NULL));

-- Serve the order and the filters by score, and the lanes and groups by grade.
CREATE INDEX lead_by_score ON sales.lead (score, id);
CREATE INDEX lead_graded_newest ON sales.lead (grade, created_at DESC, id DESC);
-- Serves the walk over all open leads, a batch at a time.
CREATE INDEX lead_open_by_id ON sales.lead (id) WHERE state = 'open';
-- Serves the worker that looks for work.
CREATE INDEX rule_run_due ON sales.rule_run (started_at) WHERE state = 'running';

-- An open lead that changed waits for its score, whoever changed it. What the scoring itself writes is no change.
CREATE FUNCTION sales.note_lead_to_score() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM sales.rule_set WHERE kind = 'scoring' AND published IS NOT NULL) THEN
    INSERT INTO sales.score_queue (lead_id)
    SELECT n.id FROM after_change n JOIN before_change o USING (id)
    WHERE n.state = 'open' AND n.score IS NOT DISTINCT FROM o.score AND n.grade IS NOT DISTINCT FROM o.grade;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER lead_waits_for_score AFTER UPDATE ON sales.lead
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION sales.note_lead_to_score();
