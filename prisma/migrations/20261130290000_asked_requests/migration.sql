-- DropIndex
DROP INDEX "commerce"."prospect_to_expire";

-- AlterTable
ALTER TABLE "commerce"."prospect" ADD COLUMN     "expires_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "commerce"."request_setting" ADD COLUMN     "ask_expire_after_days" INTEGER,
ADD COLUMN     "ask_remind_after_days" INTEGER;

-- AlterTable
ALTER TABLE "sales"."question" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- Serves the worker that lets requests expire, and the filter by when they do.
CREATE INDEX prospect_by_expiry ON commerce.prospect (expires_at) WHERE expires_at IS NOT NULL;
-- Serves the worker that reminds of questions which nobody answered.
CREATE INDEX question_to_remind ON sales.question (asked_at) WHERE ended_at IS NULL AND reminded_at IS NULL;

-- When a request expires follows from more than when its decision is due: the same look finds both.
DROP TRIGGER prospect_timer_changes ON commerce.prospect;
CREATE TRIGGER prospect_timer_changes AFTER UPDATE ON commerce.prospect FOR EACH ROW
  WHEN ((OLD.status, OLD.submitted_at, OLD.decided_at, OLD.lead_id, OLD.email_confirmed_at, OLD.opportunity_id, OLD.applicant_reminded_at, OLD.expired_at)
    IS DISTINCT FROM (NEW.status, NEW.submitted_at, NEW.decided_at, NEW.lead_id, NEW.email_confirmed_at, NEW.opportunity_id, NEW.applicant_reminded_at, NEW.expired_at))
  EXECUTE FUNCTION commerce.note_timer_todo();

-- A request waits for the answer to its question, whatever its lead waits for besides.
CREATE FUNCTION sales.note_asked_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.decision_timer_todo (prospect_id) SELECT DISTINCT id FROM unnest(array[OLD.prospect_id, NEW.prospect_id]) AS id WHERE id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER question_asked_request AFTER INSERT OR UPDATE OR DELETE ON sales.question FOR EACH ROW EXECUTE FUNCTION sales.note_asked_request();

-- It waits from when the email that asked has left, and not for what came back.
CREATE FUNCTION sales.note_question_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.decision_timer_todo (prospect_id)
  SELECT prospect_id FROM sales.question WHERE activity_id = (NEW.about->>'activityId')::uuid AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER mail_of_question_moves AFTER UPDATE OF state ON platform.mail FOR EACH ROW
  WHEN (NEW.letter = 'message' AND NEW.about ? 'activityId' AND OLD.state IS DISTINCT FROM NEW.state AND 'sent' IN (OLD.state, NEW.state))
  EXECUTE FUNCTION sales.note_question_left();

-- Every request that waits is looked at once more.
UPDATE sales.timer_work SET prospects_from = '00000000-0000-0000-0000-000000000000';
