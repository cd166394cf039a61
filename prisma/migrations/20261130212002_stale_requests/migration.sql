-- AlterTable
ALTER TABLE "commerce"."prospect" ADD COLUMN     "applicant_reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "expired_at" TIMESTAMPTZ(3),
ADD COLUMN     "staff_reminded_at" TIMESTAMPTZ(3);

-- Serve the worker that looks for requests of which nobody was reminded yet, and for those that expire.
CREATE INDEX prospect_to_remind ON commerce.prospect (submitted_at)
  WHERE status = 'pending' AND email_confirmed_at IS NULL AND applicant_reminded_at IS NULL AND expired_at IS NULL;
CREATE INDEX prospect_to_tell ON commerce.prospect (submitted_at) WHERE status = 'pending' AND staff_reminded_at IS NULL;
CREATE INDEX prospect_to_expire ON commerce.prospect (applicant_reminded_at)
  WHERE status = 'pending' AND email_confirmed_at IS NULL AND expired_at IS NULL AND applicant_reminded_at IS NOT NULL;
