-- CreateEnum
CREATE TYPE "platform"."approval_move" AS ENUM ('qualify', 'disqualify', 'win', 'approve', 'reject');

-- CreateEnum
CREATE TYPE "platform"."approval_state" AS ENUM ('waiting', 'confirmed', 'sent_back', 'taken_back', 'overtaken');

-- AlterEnum
ALTER TYPE "platform"."notification_kind" ADD VALUE 'approval';

-- AlterTable
ALTER TABLE "platform"."decision" ADD COLUMN     "approval_id" UUID,
ADD COLUMN     "rule_id" UUID,
ADD COLUMN     "rule_name" TEXT,
ADD COLUMN     "rule_version" INTEGER;

-- CreateTable
CREATE TABLE "platform"."approval" (
    "id" UUID NOT NULL,
    "move" "platform"."approval_move" NOT NULL,
    "state" "platform"."approval_state" NOT NULL DEFAULT 'waiting',
    "lead_id" UUID NOT NULL,
    "opportunity_id" UUID,
    "prospect_id" UUID,
    "label" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_name" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "decision_id" UUID,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_asked_at_id_idx" ON "platform"."approval"("asked_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "approval_lead_id_asked_at_idx" ON "platform"."approval"("lead_id", "asked_at" DESC);

ALTER TABLE platform.approval
  ADD CONSTRAINT approval_answered_has_hour CHECK ((state = 'waiting') = (answered_at IS NULL)),
  ADD CONSTRAINT approval_sent_back_has_reason CHECK (state <> 'sent_back' OR reason IS NOT NULL),
  -- The last wall behind the rule that nobody confirms what they asked for themselves.
  ADD CONSTRAINT approval_is_by_two CHECK (state NOT IN ('confirmed', 'sent_back') OR answered_by_id IS DISTINCT FROM asked_by_id);

-- One decision about a lead waits at a time; of two who ask at once the second is told of the first. Serves the waiting ones of the list too.
CREATE UNIQUE INDEX approval_waiting ON platform.approval (lead_id) WHERE state = 'waiting';
-- Serves the page of an opportunity, and the triggers below.
CREATE INDEX approval_waiting_of_opportunity ON platform.approval (opportunity_id) WHERE state = 'waiting';
-- Serves the word whether a policy's decision about a lead was taken back.
CREATE INDEX decision_by_policy ON platform.decision (lead_id) WHERE rule_id IS NOT NULL;

-- What was decided in another way, by an applicant who withdrew or from Commerce, waits for nobody any more; nor does what became part of another record.
CREATE FUNCTION sales.overtake_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'lead' THEN
    UPDATE platform.approval SET state = 'overtaken', answered_at = now() WHERE lead_id = OLD.id AND state = 'waiting';
  ELSE
    UPDATE platform.approval SET state = 'overtaken', answered_at = now() WHERE opportunity_id = OLD.id AND state = 'waiting';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER lead_overtakes_approvals AFTER UPDATE OF state ON sales.lead
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION sales.overtake_approvals();
CREATE TRIGGER opportunity_overtakes_approvals AFTER UPDATE OF state ON sales.opportunity
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION sales.overtake_approvals();
CREATE TRIGGER lead_that_goes_overtakes_approvals AFTER DELETE ON sales.lead FOR EACH ROW EXECUTE FUNCTION sales.overtake_approvals();
CREATE TRIGGER opportunity_that_goes_overtakes_approvals AFTER DELETE ON sales.opportunity
  FOR EACH ROW EXECUTE FUNCTION sales.overtake_approvals();
