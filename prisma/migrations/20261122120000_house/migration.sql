-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "commerce";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "platform";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "sales";

-- CreateEnum
CREATE TYPE "commerce"."prospect_type" AS ENUM ('b2b_prospect');

-- CreateEnum
CREATE TYPE "commerce"."prospect_status" AS ENUM ('pending', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "commerce"."customer_type" AS ENUM ('organization', 'person');

-- CreateEnum
CREATE TYPE "commerce"."customer_status" AS ENUM ('provisional', 'active', 'archived');

-- CreateEnum
CREATE TYPE "commerce"."member_role" AS ENUM ('admin', 'user');

-- CreateEnum
CREATE TYPE "commerce"."member_status" AS ENUM ('pending', 'active', 'disabled');

-- CreateEnum
CREATE TYPE "platform"."staff_role" AS ENUM ('seller', 'sales_manager', 'commerce_manager', 'administrator', 'auditor');

-- CreateEnum
CREATE TYPE "platform"."link_purpose" AS ENUM ('request_status', 'set_password', 'reset_password');

-- CreateEnum
CREATE TYPE "platform"."mail_state" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'canceled');

-- CreateEnum
CREATE TYPE "sales"."lead_state" AS ENUM ('open', 'qualified', 'disqualified');

-- CreateEnum
CREATE TYPE "sales"."lead_status_reason" AS ENUM ('new', 'contacted', 'qualified', 'lost', 'cannot_contact', 'no_longer_interested', 'canceled');

-- CreateEnum
CREATE TYPE "sales"."lead_source" AS ENUM ('advertisement', 'employee_referral', 'external_referral', 'partner', 'public_relations', 'seminar', 'trade_show', 'web', 'word_of_mouth', 'other');

-- CreateEnum
CREATE TYPE "sales"."rating" AS ENUM ('hot', 'warm', 'cold');

-- CreateEnum
CREATE TYPE "sales"."budget_status" AS ENUM ('no_committed_budget', 'may_buy', 'can_buy', 'will_buy');

-- CreateEnum
CREATE TYPE "sales"."need" AS ENUM ('must_have', 'should_have', 'good_to_have', 'no_need');

-- CreateEnum
CREATE TYPE "sales"."purchase_timeframe" AS ENUM ('immediate', 'this_quarter', 'next_quarter', 'this_year', 'unknown');

-- CreateEnum
CREATE TYPE "sales"."purchase_process" AS ENUM ('individual', 'committee', 'unknown');

-- CreateEnum
CREATE TYPE "sales"."opportunity_state" AS ENUM ('open', 'won', 'lost');

-- CreateEnum
CREATE TYPE "sales"."opportunity_status_reason" AS ENUM ('in_progress', 'on_hold', 'won', 'canceled', 'out_sold');

-- CreateEnum
CREATE TYPE "sales"."stage" AS ENUM ('qualify', 'develop', 'propose', 'close');

-- CreateEnum
CREATE TYPE "sales"."activity_kind" AS ENUM ('note');

-- CreateEnum
CREATE TYPE "platform"."map_key" AS ENUM ('prospects_leads', 'accounts_customers', 'contacts_customers', 'opportunities_prospects');

-- CreateEnum
CREATE TYPE "platform"."map_state" AS ENUM ('not_running', 'initializing', 'running', 'paused', 'resuming');

-- CreateEnum
CREATE TYPE "platform"."dual_write_state" AS ENUM ('queued', 'applied', 'failed', 'skipped');

-- CreateEnum
CREATE TYPE "platform"."decision_kind" AS ENUM ('qualify', 'disqualify', 'win', 'lose', 'approve', 'reject', 'withdraw', 'reactivate', 'reopen');

-- CreateTable
CREATE TABLE "commerce"."prospect" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "type" "commerce"."prospect_type" NOT NULL DEFAULT 'b2b_prospect',
    "status" "commerce"."prospect_status" NOT NULL DEFAULT 'pending',
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "typed_email" TEXT NOT NULL,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "phone" TEXT,
    "company_name" TEXT NOT NULL,
    "website" TEXT,
    "tax_id" TEXT,
    "country" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "street2" TEXT,
    "city" TEXT NOT NULL,
    "state_province" TEXT,
    "postal_code" TEXT,
    "comments" TEXT,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "language" TEXT NOT NULL DEFAULT 'en',
    "channel" TEXT NOT NULL DEFAULT 'default',
    "consent_version" TEXT NOT NULL,
    "consent_at" TIMESTAMPTZ(3) NOT NULL,
    "submission_key" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decision_reason" TEXT,
    "note_to_applicant" TEXT,
    "lead_id" UUID,
    "opportunity_id" UUID,
    "sales_stage" TEXT,
    "organization_id" UUID,
    "requestor_id" UUID,
    "hierarchy_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "prospect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."customer" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "type" "commerce"."customer_type" NOT NULL,
    "status" "commerce"."customer_status" NOT NULL DEFAULT 'provisional',
    "name" TEXT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "tax_id" TEXT,
    "country" TEXT,
    "street" TEXT,
    "street2" TEXT,
    "city" TEXT,
    "state_province" TEXT,
    "postal_code" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "organization_id" UUID,
    "sales_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."hierarchy" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'B2B organization',
    "organization_id" UUID NOT NULL,
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hierarchy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."hierarchy_member" (
    "id" UUID NOT NULL,
    "hierarchy_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "role" "commerce"."member_role" NOT NULL,
    "status" "commerce"."member_status" NOT NULL DEFAULT 'pending',
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hierarchy_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "staff_role" "platform"."staff_role",
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."session" (
    "id" UUID NOT NULL,
    "sid_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."link" (
    "id" UUID NOT NULL,
    "purpose" "platform"."link_purpose" NOT NULL,
    "hash" TEXT NOT NULL,
    "person_id" UUID,
    "subject_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "move" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "record_label" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "reason" TEXT,
    "record_ids" UUID[],
    "decision_id" UUID,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."fact" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "parked_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."mail" (
    "id" UUID NOT NULL,
    "letter" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "subject" TEXT NOT NULL,
    "about" JSONB NOT NULL,
    "link_id" UUID,
    "decision_id" UUID,
    "record_ids" UUID[],
    "state" "platform"."mail_state" NOT NULL DEFAULT 'waiting',
    "send_after" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."number_sequence" (
    "kind" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "digits" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "number_sequence_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "platform"."rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sales"."lead" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "job_title" TEXT,
    "email" TEXT,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "company_name" TEXT NOT NULL,
    "website" TEXT,
    "tax_id" TEXT,
    "country" TEXT,
    "street" TEXT,
    "street2" TEXT,
    "city" TEXT,
    "state_province" TEXT,
    "postal_code" TEXT,
    "comments" TEXT,
    "source" "sales"."lead_source" NOT NULL DEFAULT 'web',
    "rating" "sales"."rating" NOT NULL DEFAULT 'warm',
    "state" "sales"."lead_state" NOT NULL DEFAULT 'open',
    "status_reason" "sales"."lead_status_reason" NOT NULL DEFAULT 'new',
    "owner_id" UUID,
    "owner_name" TEXT,
    "budget" "sales"."budget_status",
    "budget_amount" DECIMAL(18,2),
    "need" "sales"."need",
    "purchase_timeframe" "sales"."purchase_timeframe",
    "purchase_process" "sales"."purchase_process",
    "decision_maker" BOOLEAN NOT NULL DEFAULT false,
    "industry" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "estimated_value" DECIMAL(18,2),
    "estimated_close_date" DATE,
    "from_commerce" BOOLEAN NOT NULL DEFAULT false,
    "prospect_id" UUID,
    "prospect_number" TEXT,
    "account_id" UUID,
    "contact_id" UUID,
    "opportunity_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "close_comment" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',
    "name_key" TEXT NOT NULL DEFAULT '',
    "domain" TEXT,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."opportunity" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "originating_lead_id" UUID,
    "prospect_id" UUID,
    "prospect_number" TEXT,
    "state" "sales"."opportunity_state" NOT NULL DEFAULT 'open',
    "status_reason" "sales"."opportunity_status_reason" NOT NULL DEFAULT 'in_progress',
    "stage" "sales"."stage" NOT NULL DEFAULT 'develop',
    "stage_entered_at" TIMESTAMPTZ(3) NOT NULL,
    "estimated_revenue" DECIMAL(18,2),
    "estimated_close_date" DATE,
    "probability" INTEGER,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "rating" "sales"."rating" NOT NULL DEFAULT 'warm',
    "need" "sales"."need",
    "purchase_timeframe" "sales"."purchase_timeframe",
    "owner_id" UUID,
    "owner_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."opportunity_close" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "outcome" "sales"."opportunity_state" NOT NULL,
    "status_reason" "sales"."opportunity_status_reason" NOT NULL,
    "actual_revenue" DECIMAL(18,2),
    "currency" TEXT NOT NULL,
    "close_date" DATE NOT NULL,
    "competitor" TEXT,
    "description" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decision_id" UUID NOT NULL,

    CONSTRAINT "opportunity_close_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "domain" TEXT,
    "tax_id" TEXT,
    "name_key" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "country" TEXT,
    "street" TEXT,
    "street2" TEXT,
    "city" TEXT,
    "state_province" TEXT,
    "postal_code" TEXT,
    "owner_id" UUID,
    "owner_name" TEXT,
    "originating_lead_id" UUID,
    "customer_id" UUID,
    "customer_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."contact" (
    "id" UUID NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "job_title" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "account_id" UUID,
    "owner_id" UUID,
    "owner_name" TEXT,
    "originating_lead_id" UUID,
    "customer_id" UUID,
    "customer_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."activity" (
    "id" UUID NOT NULL,
    "kind" "sales"."activity_kind" NOT NULL DEFAULT 'note',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "lead_id" UUID,
    "opportunity_id" UUID,
    "account_id" UUID,
    "contact_id" UUID,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."table_map" (
    "key" "platform"."map_key" NOT NULL,
    "state" "platform"."map_state" NOT NULL DEFAULT 'running',
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "table_map_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "platform"."dual_write" (
    "seq" BIGSERIAL NOT NULL,
    "map" "platform"."map_key" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "platform"."dual_write_state" NOT NULL DEFAULT 'applied',
    "operation" TEXT NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "source_label" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "target_label" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "payload" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "error" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "decision_id" UUID,

    CONSTRAINT "dual_write_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "platform"."decision" (
    "id" UUID NOT NULL,
    "kind" "platform"."decision_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "prospect_id" UUID,
    "lead_id" UUID,
    "opportunity_id" UUID,
    "touched" JSONB NOT NULL,
    "receipt" JSONB NOT NULL,
    "undoable_until" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "prospect_number_key" ON "commerce"."prospect"("number");

-- CreateIndex
CREATE UNIQUE INDEX "prospect_submission_key_key" ON "commerce"."prospect"("submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "prospect_lead_id_key" ON "commerce"."prospect"("lead_id");

-- CreateIndex
CREATE INDEX "prospect_organization_id_idx" ON "commerce"."prospect"("organization_id");

-- CreateIndex
CREATE INDEX "prospect_requestor_id_idx" ON "commerce"."prospect"("requestor_id");

-- CreateIndex
CREATE INDEX "prospect_hierarchy_id_idx" ON "commerce"."prospect"("hierarchy_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_number_key" ON "commerce"."customer"("number");

-- CreateIndex
CREATE UNIQUE INDEX "customer_sales_id_key" ON "commerce"."customer"("sales_id");

-- CreateIndex
CREATE INDEX "customer_organization_id_idx" ON "commerce"."customer"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "hierarchy_number_key" ON "commerce"."hierarchy"("number");

-- CreateIndex
CREATE UNIQUE INDEX "hierarchy_organization_id_key" ON "commerce"."hierarchy"("organization_id");

-- CreateIndex
CREATE INDEX "hierarchy_member_hierarchy_id_idx" ON "commerce"."hierarchy_member"("hierarchy_id");

-- CreateIndex
CREATE INDEX "hierarchy_member_person_id_idx" ON "commerce"."hierarchy_member"("person_id");

-- CreateIndex
CREATE INDEX "hierarchy_member_customer_id_idx" ON "commerce"."hierarchy_member"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "platform"."person"("email");

-- CreateIndex
CREATE INDEX "person_staff_role_name_idx" ON "platform"."person"("staff_role", "name");

-- CreateIndex
CREATE UNIQUE INDEX "session_sid_hash_key" ON "platform"."session"("sid_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "platform"."session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_hash_key" ON "platform"."link"("hash");

-- CreateIndex
CREATE INDEX "link_person_id_purpose_idx" ON "platform"."link"("person_id", "purpose");

-- CreateIndex
CREATE INDEX "link_subject_id_idx" ON "platform"."link"("subject_id");

-- CreateIndex
CREATE INDEX "audit_entry_record_ids_idx" ON "platform"."audit_entry" USING GIN ("record_ids");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "platform"."audit_entry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mail_key_key" ON "platform"."mail"("key");

-- CreateIndex
CREATE INDEX "mail_record_ids_idx" ON "platform"."mail" USING GIN ("record_ids");

-- CreateIndex
CREATE INDEX "mail_decision_id_idx" ON "platform"."mail"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_prospect_id_key" ON "sales"."lead"("prospect_id");

-- CreateIndex
CREATE INDEX "lead_account_id_idx" ON "sales"."lead"("account_id");

-- CreateIndex
CREATE INDEX "lead_contact_id_idx" ON "sales"."lead"("contact_id");

-- CreateIndex
CREATE INDEX "lead_opportunity_id_idx" ON "sales"."lead"("opportunity_id");

-- CreateIndex
CREATE INDEX "opportunity_account_id_idx" ON "sales"."opportunity"("account_id");

-- CreateIndex
CREATE INDEX "opportunity_contact_id_idx" ON "sales"."opportunity"("contact_id");

-- CreateIndex
CREATE INDEX "opportunity_originating_lead_id_idx" ON "sales"."opportunity"("originating_lead_id");

-- CreateIndex
CREATE INDEX "opportunity_close_opportunity_id_at_idx" ON "sales"."opportunity_close"("opportunity_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "account_customer_id_key" ON "sales"."account"("customer_id");

-- CreateIndex
CREATE INDEX "account_tax_id_idx" ON "sales"."account"("tax_id");

-- CreateIndex
CREATE INDEX "account_domain_idx" ON "sales"."account"("domain");

-- CreateIndex
CREATE INDEX "account_name_key_idx" ON "sales"."account"("name_key");

-- CreateIndex
CREATE INDEX "account_originating_lead_id_idx" ON "sales"."account"("originating_lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_email_key" ON "sales"."contact"("email");

-- CreateIndex
CREATE UNIQUE INDEX "contact_customer_id_key" ON "sales"."contact"("customer_id");

-- CreateIndex
CREATE INDEX "contact_account_id_idx" ON "sales"."contact"("account_id");

-- CreateIndex
CREATE INDEX "contact_originating_lead_id_idx" ON "sales"."contact"("originating_lead_id");

-- CreateIndex
CREATE INDEX "activity_lead_id_at_idx" ON "sales"."activity"("lead_id", "at" DESC);

-- CreateIndex
CREATE INDEX "activity_opportunity_id_at_idx" ON "sales"."activity"("opportunity_id", "at" DESC);

-- CreateIndex
CREATE INDEX "activity_account_id_at_idx" ON "sales"."activity"("account_id", "at" DESC);

-- CreateIndex
CREATE INDEX "activity_contact_id_at_idx" ON "sales"."activity"("contact_id", "at" DESC);

-- CreateIndex
CREATE INDEX "dual_write_map_seq_idx" ON "platform"."dual_write"("map", "seq" DESC);

-- CreateIndex
CREATE INDEX "dual_write_source_id_idx" ON "platform"."dual_write"("source_id");

-- CreateIndex
CREATE INDEX "dual_write_target_id_idx" ON "platform"."dual_write"("target_id");

-- CreateIndex
CREATE INDEX "dual_write_aggregate_id_seq_idx" ON "platform"."dual_write"("aggregate_id", "seq");

-- CreateIndex
CREATE INDEX "decision_lead_id_at_idx" ON "platform"."decision"("lead_id", "at" DESC);

-- CreateIndex
CREATE INDEX "decision_opportunity_id_at_idx" ON "platform"."decision"("opportunity_id", "at" DESC);

-- CreateIndex
CREATE INDEX "decision_prospect_id_at_idx" ON "platform"."decision"("prospect_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "commerce"."prospect" ADD CONSTRAINT "prospect_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "commerce"."customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."prospect" ADD CONSTRAINT "prospect_requestor_id_fkey" FOREIGN KEY ("requestor_id") REFERENCES "commerce"."customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."prospect" ADD CONSTRAINT "prospect_hierarchy_id_fkey" FOREIGN KEY ("hierarchy_id") REFERENCES "commerce"."hierarchy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."customer" ADD CONSTRAINT "customer_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "commerce"."customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."hierarchy" ADD CONSTRAINT "hierarchy_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "commerce"."customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."hierarchy_member" ADD CONSTRAINT "hierarchy_member_hierarchy_id_fkey" FOREIGN KEY ("hierarchy_id") REFERENCES "commerce"."hierarchy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."hierarchy_member" ADD CONSTRAINT "hierarchy_member_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "commerce"."customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "platform"."person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."link" ADD CONSTRAINT "link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "platform"."person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."lead" ADD CONSTRAINT "lead_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "sales"."account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."lead" ADD CONSTRAINT "lead_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "sales"."contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."lead" ADD CONSTRAINT "lead_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "sales"."opportunity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."opportunity" ADD CONSTRAINT "opportunity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "sales"."account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."opportunity" ADD CONSTRAINT "opportunity_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "sales"."contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."opportunity" ADD CONSTRAINT "opportunity_originating_lead_id_fkey" FOREIGN KEY ("originating_lead_id") REFERENCES "sales"."lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."opportunity_close" ADD CONSTRAINT "opportunity_close_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "sales"."opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."account" ADD CONSTRAINT "account_originating_lead_id_fkey" FOREIGN KEY ("originating_lead_id") REFERENCES "sales"."lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."contact" ADD CONSTRAINT "contact_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "sales"."account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."contact" ADD CONSTRAINT "contact_originating_lead_id_fkey" FOREIGN KEY ("originating_lead_id") REFERENCES "sales"."lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."activity" ADD CONSTRAINT "activity_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."activity" ADD CONSTRAINT "activity_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "sales"."opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."activity" ADD CONSTRAINT "activity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "sales"."account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."activity" ADD CONSTRAINT "activity_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "sales"."contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
