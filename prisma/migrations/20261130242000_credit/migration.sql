-- CreateEnum
CREATE TYPE "commerce"."credit_limit_type" AS ENUM ('none', 'balance', 'balance_packing_slip', 'balance_all');

-- CreateEnum
CREATE TYPE "commerce"."credit_message" AS ENUM ('warning', 'error');

-- CreateEnum
CREATE TYPE "commerce"."credit_terms_state" AS ENUM ('waiting', 'stands', 'sent_back', 'taken_back');

-- CreateEnum
CREATE TYPE "commerce"."credit_entry_kind" AS ENUM ('authorize', 'capture', 'release', 'expire', 'packing_slip', 'invoice', 'payment', 'credit_note', 'cancellation', 'adjustment');

-- CreateTable
CREATE TABLE "commerce"."credit_account" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "held" BIGINT NOT NULL DEFAULT 0,
    "ordered" BIGINT NOT NULL DEFAULT 0,
    "delivered" BIGINT NOT NULL DEFAULT 0,
    "loose" BIGINT NOT NULL DEFAULT 0,
    "balance" BIGINT NOT NULL DEFAULT 0,
    "next_expiry_at" TIMESTAMPTZ(3),
    "review_on" DATE,
    "review_person_id" UUID,
    "reminded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "credit_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."credit_terms" (
    "id" UUID NOT NULL,
    "credit_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "type" "commerce"."credit_limit_type" NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL,
    "on_exceeding" "commerce"."credit_message" NOT NULL,
    "allow_on_account" BOOLEAN NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "state" "commerce"."credit_terms_state" NOT NULL,
    "stands_since" TIMESTAMPTZ(3),
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "credit_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."credit_authorization" (
    "id" UUID NOT NULL,
    "credit_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "held" BIGINT NOT NULL,
    "captured" BIGINT NOT NULL DEFAULT 0,
    "released" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "ordered" BIGINT NOT NULL DEFAULT 0,
    "delivered" BIGINT NOT NULL DEFAULT 0,
    "invoiced" BIGINT NOT NULL DEFAULT 0,
    "canceled" BIGINT NOT NULL DEFAULT 0,
    "is_over" BOOLEAN NOT NULL,
    "month" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_authorization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."credit_entry" (
    "seq" BIGSERIAL NOT NULL,
    "credit_id" UUID NOT NULL,
    "authorization_id" UUID,
    "member_id" UUID,
    "kind" "commerce"."credit_entry_kind" NOT NULL,
    "amount" BIGINT NOT NULL,
    "held" BIGINT NOT NULL DEFAULT 0,
    "ordered" BIGINT NOT NULL DEFAULT 0,
    "delivered" BIGINT NOT NULL DEFAULT 0,
    "loose" BIGINT NOT NULL DEFAULT 0,
    "balance" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "reference" TEXT,
    "note" TEXT,

    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "commerce"."credit_answer" (
    "key_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_answer_pkey" PRIMARY KEY ("key_id","key")
);

-- CreateTable
CREATE TABLE "commerce"."spending_limit" (
    "member_id" UUID NOT NULL,
    "store_per_order" BIGINT,
    "store_per_month" BIGINT,
    "own_per_order" BIGINT,
    "own_per_month" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "spending_limit_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "commerce"."spending_month" (
    "member_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "spent" BIGINT NOT NULL,

    CONSTRAINT "spending_month_pkey" PRIMARY KEY ("member_id","month")
);

-- CreateTable
CREATE TABLE "commerce"."credit_threshold" (
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "credit_threshold_pkey" PRIMARY KEY ("currency")
);

-- CreateIndex
CREATE UNIQUE INDEX "credit_account_organization_id_key" ON "commerce"."credit_account"("organization_id");

-- CreateIndex
CREATE INDEX "credit_terms_credit_id_asked_at_id_idx" ON "commerce"."credit_terms"("credit_id", "asked_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "credit_authorization_credit_id_created_at_id_idx" ON "commerce"."credit_authorization"("credit_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "credit_authorization_member_id_month_idx" ON "commerce"."credit_authorization"("member_id", "month");

-- CreateIndex
CREATE INDEX "credit_entry_credit_id_seq_idx" ON "commerce"."credit_entry"("credit_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "credit_entry_authorization_id_idx" ON "commerce"."credit_entry"("authorization_id");

-- AddForeignKey
ALTER TABLE "commerce"."credit_account" ADD CONSTRAINT "credit_account_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "commerce"."customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."credit_terms" ADD CONSTRAINT "credit_terms_credit_id_fkey" FOREIGN KEY ("credit_id") REFERENCES "commerce"."credit_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."credit_authorization" ADD CONSTRAINT "credit_authorization_credit_id_fkey" FOREIGN KEY ("credit_id") REFERENCES "commerce"."credit_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."credit_entry" ADD CONSTRAINT "credit_entry_credit_id_fkey" FOREIGN KEY ("credit_id") REFERENCES "commerce"."credit_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."credit_entry" ADD CONSTRAINT "credit_entry_authorization_id_fkey" FOREIGN KEY ("authorization_id") REFERENCES "commerce"."credit_authorization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."spending_limit" ADD CONSTRAINT "spending_limit_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "commerce"."hierarchy_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------- What must never be false ----------

-- One row an organization is written again and again: room for its next version beside it.
ALTER TABLE commerce.credit_account SET (fillfactor = 40);
ALTER TABLE commerce.spending_month SET (fillfactor = 60);

-- Figures stay within what a number of JSON holds exactly.
ALTER TABLE commerce.credit_account
  ADD CONSTRAINT credit_currency_is_iso CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT credit_figures_are_not_negative CHECK (held >= 0 AND ordered >= 0 AND delivered >= loose AND loose >= 0),
  ADD CONSTRAINT credit_figures_are_exact CHECK (
    held + ordered + delivered <= 4503599627370496 AND balance BETWEEN -4503599627370496 AND 4503599627370496);

ALTER TABLE commerce.credit_terms
  ADD CONSTRAINT credit_limit_is_exact CHECK (amount BETWEEN 0 AND 1000000000000000),
  ADD CONSTRAINT credit_terms_run_forward CHECK (valid_to > valid_from),
  ADD CONSTRAINT credit_terms_stand_from_an_hour CHECK ((stands_since IS NOT NULL) >= (state = 'stands')),
  ADD CONSTRAINT credit_terms_waiting_have_no_answer CHECK (state <> 'waiting' OR (answered_at IS NULL AND stands_since IS NULL)),
  ADD CONSTRAINT credit_terms_are_answered_by_another CHECK (state NOT IN ('stands', 'sent_back') OR answered_by_id IS DISTINCT FROM asked_by_id OR answered_at IS NULL);

-- One change waits at a time.
CREATE UNIQUE INDEX credit_terms_one_waits ON commerce.credit_terms (credit_id) WHERE state = 'waiting';
-- What stands at an hour: the newest that is valid then.
CREATE INDEX credit_terms_standing ON commerce.credit_terms (credit_id, stands_since DESC, id DESC) WHERE state = 'stands';

ALTER TABLE commerce.credit_authorization
  ADD CONSTRAINT authorization_is_of_something CHECK (amount > 0),
  ADD CONSTRAINT authorization_adds_up CHECK (held + captured + released + expired = amount),
  ADD CONSTRAINT authorization_capture_adds_up CHECK (ordered + delivered + invoiced + canceled = captured),
  ADD CONSTRAINT authorization_parts_are_not_negative CHECK (
    least(held, captured, released, expired, ordered, delivered, invoiced, canceled) >= 0);

-- What falls due of an organization, and how soon the next does.
CREATE INDEX credit_authorization_held ON commerce.credit_authorization (credit_id, expires_at) WHERE held > 0;
CREATE INDEX credit_account_expiring ON commerce.credit_account (next_expiry_at) WHERE next_expiry_at IS NOT NULL;
-- Reviews that nobody was reminded of.
CREATE INDEX credit_account_review ON commerce.credit_account (review_on) WHERE review_on IS NOT NULL AND reminded_at IS NULL;

ALTER TABLE commerce.spending_limit ADD CONSTRAINT spending_limits_are_not_negative CHECK (
  least(store_per_order, store_per_month, own_per_order, own_per_month) >= 0);
ALTER TABLE commerce.spending_month ADD CONSTRAINT spending_is_not_negative CHECK (spent >= 0);
ALTER TABLE commerce.credit_threshold
  ADD CONSTRAINT threshold_currency_is_iso CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT threshold_is_exact CHECK (amount BETWEEN 0 AND 1000000000000000);

INSERT INTO commerce.credit_threshold (currency, amount) VALUES ('EUR', 5000000), ('GBP', 5000000), ('USD', 5000000);

-- ---------- What may never change ----------

CREATE TRIGGER credit_entry_stays BEFORE UPDATE OR DELETE ON commerce.credit_entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER credit_entry_is_not_emptied BEFORE TRUNCATE ON commerce.credit_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER credit_answer_stays BEFORE UPDATE OR DELETE ON commerce.credit_answer FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER credit_answer_is_not_emptied BEFORE TRUNCATE ON commerce.credit_answer FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
-- A role that is no superuser is refused before any trigger is asked.
REVOKE UPDATE, DELETE, TRUNCATE ON commerce.credit_entry, commerce.credit_answer FROM PUBLIC, CURRENT_USER;

-- Terms are answered once; what they say stays.
CREATE FUNCTION commerce.keep_credit_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (old.id, old.credit_id, old.amount, old.type, old.is_mandatory, old.on_exceeding, old.allow_on_account, old.valid_from, old.valid_to, old.reason,
        old.asked_by_id, old.asked_by_name, old.asked_at)
      IS DISTINCT FROM (new.id, new.credit_id, new.amount, new.type, new.is_mandatory, new.on_exceeding, new.allow_on_account, new.valid_from, new.valid_to, new.reason,
        new.asked_by_id, new.asked_by_name, new.asked_at)
    OR old.state <> 'waiting' THEN
    RAISE EXCEPTION 'terms of credit are not changed: new ones are made' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER credit_terms_stay BEFORE UPDATE OR DELETE ON commerce.credit_terms FOR EACH ROW EXECUTE FUNCTION commerce.keep_credit_terms();
