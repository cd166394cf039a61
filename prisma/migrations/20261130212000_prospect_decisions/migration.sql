-- AlterEnum
ALTER TYPE "platform"."approval_move" ADD VALUE 'lose' BEFORE 'approve';

-- AlterTable
ALTER TABLE "platform"."approval" ALTER COLUMN "lead_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "commerce"."request_setting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "reject_reasons" TEXT[],
    "remind_after_days" INTEGER,
    "staff_after_days" INTEGER,
    "expire_after_days" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_setting_pkey" PRIMARY KEY ("id")
);

ALTER TABLE commerce.request_setting
  ADD CONSTRAINT request_setting_is_one CHECK (id = 1),
  ADD CONSTRAINT request_setting_days CHECK (
    remind_after_days BETWEEN 1 AND 365 AND staff_after_days BETWEEN 1 AND 365 AND expire_after_days BETWEEN 2 AND 730),
  -- Nothing expires before its applicant was reminded, and had time to answer.
  ADD CONSTRAINT request_setting_reminds_first CHECK (expire_after_days IS NULL OR (remind_after_days IS NOT NULL AND remind_after_days < expire_after_days));
INSERT INTO commerce.request_setting (reject_reasons) VALUES (ARRAY[
  'We cannot offer a partnership at this time.',
  'We have a partner in your region already.',
  'We do not carry what you asked for.',
  'We could not verify your company.']);

ALTER TABLE platform.approval ADD CONSTRAINT approval_is_about_something CHECK (lead_id IS NOT NULL OR prospect_id IS NOT NULL);

-- One decision about a prospect waits at a time, whether it has a lead or not. Of two that wait by now the later one is asked for anew.
UPDATE platform.approval a SET state = 'overtaken', answered_at = now() WHERE a.state = 'waiting' AND EXISTS (
  SELECT 1 FROM platform.approval e WHERE e.prospect_id = a.prospect_id AND e.state = 'waiting' AND (e.asked_at, e.id) < (a.asked_at, a.id));
CREATE UNIQUE INDEX approval_waiting_of_prospect ON platform.approval (prospect_id) WHERE state = 'waiting';
-- Serves the word whether a policy's decision about a prospect was taken back.
CREATE INDEX decision_by_prospect_policy ON platform.decision (prospect_id) WHERE rule_id IS NOT NULL;

-- What was decided in another way waits for nobody any more.
CREATE FUNCTION commerce.overtake_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE platform.approval SET state = 'overtaken', answered_at = now() WHERE prospect_id = OLD.id AND state = 'waiting';
  RETURN NULL;
END $$;
CREATE TRIGGER prospect_overtakes_approvals AFTER UPDATE OF status ON commerce.prospect
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION commerce.overtake_approvals();

-- Serve policies that ask whether somebody like a request was rejected or is a customer.
CREATE INDEX prospect_rejected_email ON commerce.prospect (email) WHERE status = 'rejected';
CREATE INDEX prospect_rejected_tax_id ON commerce.prospect (tax_id) WHERE status = 'rejected' AND tax_id IS NOT NULL;
CREATE INDEX prospect_rejected_search ON commerce.prospect USING gin (search_text gin_trgm_ops) WHERE status = 'rejected';
CREATE INDEX customer_active_email ON commerce.customer (email) WHERE status = 'active';
CREATE INDEX customer_active_tax_id ON commerce.customer (tax_id) WHERE status = 'active' AND tax_id IS NOT NULL;
