-- AlterEnum
ALTER TYPE "platform"."notification_kind" ADD VALUE 'answer';

-- AlterTable
ALTER TABLE "sales"."lead" ADD COLUMN "asked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "sales"."question" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "prospect_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "question_activity_id_key" ON "sales"."question"("activity_id");

-- CreateIndex
CREATE INDEX "question_lead_id_asked_at_idx" ON "sales"."question"("lead_id", "asked_at");

-- CreateIndex
CREATE INDEX "question_prospect_id_asked_at_idx" ON "sales"."question"("prospect_id", "asked_at");

-- AddForeignKey
ALTER TABLE "sales"."question" ADD CONSTRAINT "question_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."question" ADD CONSTRAINT "question_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "sales"."activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE sales.question
  ADD CONSTRAINT question_answer_is_whole CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answered_at IS NULL OR ended_at IS NOT NULL)),
  ADD CONSTRAINT question_runs_forward CHECK (ended_at IS NULL OR asked_at <= ended_at);

-- Serve the filter by leads that wait for an answer, and by since when.
CREATE INDEX lead_by_asking ON sales.lead (asked_at) WHERE asked_at IS NOT NULL;

-- A lead says since when it waits, whoever asked, answered or merged; and its timers are looked at again.
CREATE FUNCTION sales.note_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sales.lead l SET asked_at = open.asked_at
  FROM (
    SELECT t.id, (SELECT min(q.asked_at) FROM sales.question q WHERE q.lead_id = t.id AND q.ended_at IS NULL) AS asked_at
    FROM (SELECT DISTINCT id FROM unnest(array[OLD.lead_id, NEW.lead_id]) AS id WHERE id IS NOT NULL) t
  ) open
  WHERE l.id = open.id AND l.asked_at IS DISTINCT FROM open.asked_at;
  INSERT INTO sales.timer_todo (lead_id) SELECT DISTINCT id FROM unnest(array[OLD.lead_id, NEW.lead_id]) AS id WHERE id IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER question_asked AFTER INSERT OR UPDATE OR DELETE ON sales.question FOR EACH ROW EXECUTE FUNCTION sales.note_question();
