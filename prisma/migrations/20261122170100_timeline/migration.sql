-- CreateEnum
CREATE TYPE "sales"."call_direction" AS ENUM ('outgoing', 'incoming');

-- CreateEnum
CREATE TYPE "platform"."notification_kind" AS ENUM ('mention', 'task_assigned', 'reminder');

-- CreateEnum
CREATE TYPE "sales"."stakeholder_role" AS ENUM ('decision_maker', 'economic_buyer', 'technical_buyer', 'champion', 'influencer', 'end_user', 'blocker', 'other');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "sales"."activity_kind" ADD VALUE 'task';
ALTER TYPE "sales"."activity_kind" ADD VALUE 'phone_call';
ALTER TYPE "sales"."activity_kind" ADD VALUE 'appointment';
ALTER TYPE "sales"."activity_kind" ADD VALUE 'email';

-- AlterTable
ALTER TABLE "sales"."activity" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "direction" "sales"."call_direction",
ADD COLUMN     "done_at" TIMESTAMPTZ(3),
ADD COLUMN     "done_by_id" UUID,
ADD COLUMN     "done_by_name" TEXT,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_has_time" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "end_at" TIMESTAMPTZ(3),
ADD COLUMN     "mentions" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "minutes" INTEGER,
ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "owner_name" TEXT,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "remind_at" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "subject" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "sales"."attachment" (
    "id" UUID NOT NULL,
    "activity_id" UUID,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."attachment_content" (
    "attachment_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_content_pkey" PRIMARY KEY ("attachment_id")
);

-- CreateTable
CREATE TABLE "platform"."message_template" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."notification" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "platform"."notification_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_name" TEXT NOT NULL,
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "record_label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."stakeholder" (
    "id" UUID NOT NULL,
    "role" "sales"."stakeholder_role" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "note" TEXT,
    "contact_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "lead_id" UUID,
    "opportunity_id" UUID,
    "account_id" UUID,

    CONSTRAINT "stakeholder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachment_activity_id_idx" ON "sales"."attachment"("activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_template_name_language_key" ON "platform"."message_template"("name", "language");

-- CreateIndex
CREATE UNIQUE INDEX "notification_key_key" ON "platform"."notification"("key");

-- CreateIndex
CREATE INDEX "notification_person_id_at_id_idx" ON "platform"."notification"("person_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "stakeholder_lead_id_idx" ON "sales"."stakeholder"("lead_id");

-- CreateIndex
CREATE INDEX "stakeholder_opportunity_id_idx" ON "sales"."stakeholder"("opportunity_id");

-- CreateIndex
CREATE INDEX "stakeholder_account_id_idx" ON "sales"."stakeholder"("account_id");

-- CreateIndex
CREATE INDEX "stakeholder_contact_id_idx" ON "sales"."stakeholder"("contact_id");

-- AddForeignKey
ALTER TABLE "sales"."attachment" ADD CONSTRAINT "attachment_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "sales"."activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."attachment_content" ADD CONSTRAINT "attachment_content_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "sales"."attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "platform"."person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."stakeholder" ADD CONSTRAINT "stakeholder_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "sales"."contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."stakeholder" ADD CONSTRAINT "stakeholder_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."stakeholder" ADD CONSTRAINT "stakeholder_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "sales"."opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."stakeholder" ADD CONSTRAINT "stakeholder_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "sales"."account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE sales.activity SET created_at = at;

-- ---------- What must never be false ----------
-- The kind is compared as text, since a word that was just added to an enum cannot be used before commit.

ALTER TABLE sales.activity
  ADD CONSTRAINT activity_task_has_subject_and_owner CHECK (
    (kind::text = 'task') = (owner_id IS NOT NULL) AND (kind::text <> 'task' OR subject IS NOT NULL)),
  ADD CONSTRAINT activity_owner_is_named CHECK ((owner_id IS NULL) = (owner_name IS NULL)),
  ADD CONSTRAINT activity_only_tasks_are_due_and_done CHECK (
    kind::text = 'task' OR num_nonnulls(due_at, remind_at, reminded_at, done_at, done_by_id, done_by_name) = 0),
  ADD CONSTRAINT activity_done_by_somebody CHECK ((done_at IS NULL) = (done_by_name IS NULL)),
  ADD CONSTRAINT activity_call_has_direction CHECK ((kind::text = 'phone_call') = (direction IS NOT NULL)),
  ADD CONSTRAINT activity_appointment_has_end CHECK ((kind::text = 'appointment') = (end_at IS NOT NULL) AND end_at >= at),
  ADD CONSTRAINT activity_minutes_are_positive CHECK (minutes > 0),
  ADD CONSTRAINT activity_note_says_something CHECK (kind::text NOT IN ('note', 'email') OR text <> '');

ALTER TABLE sales.attachment ADD CONSTRAINT attachment_has_size CHECK (size > 0);
-- Files are compressed already, most of them: trying again costs time and saves nothing.
ALTER TABLE sales.attachment_content ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE sales.stakeholder
  ADD CONSTRAINT stakeholder_of_one_record CHECK (num_nonnulls(lead_id, opportunity_id, account_id) = 1);
-- A contact has one part in a record.
CREATE UNIQUE INDEX stakeholder_once_in_lead ON sales.stakeholder (lead_id, contact_id) WHERE lead_id IS NOT NULL AND contact_id IS NOT NULL;
CREATE UNIQUE INDEX stakeholder_once_in_opportunity ON sales.stakeholder (opportunity_id, contact_id) WHERE opportunity_id IS NOT NULL AND contact_id IS NOT NULL;
CREATE UNIQUE INDEX stakeholder_once_in_account ON sales.stakeholder (account_id, contact_id) WHERE account_id IS NOT NULL AND contact_id IS NOT NULL;

-- ---------- Lists and work that is due ----------

-- Serves My tasks: what somebody has still to do, the latest first; tasks without a day come last.
CREATE INDEX activity_my_tasks ON sales.activity (owner_id, due_at, id) WHERE owner_id IS NOT NULL AND done_at IS NULL;
-- Serve the open tasks above a record's timeline.
CREATE INDEX activity_open_of_lead ON sales.activity (lead_id) WHERE owner_id IS NOT NULL AND done_at IS NULL;
CREATE INDEX activity_open_of_opportunity ON sales.activity (opportunity_id) WHERE owner_id IS NOT NULL AND done_at IS NULL;
CREATE INDEX activity_open_of_account ON sales.activity (account_id) WHERE owner_id IS NOT NULL AND done_at IS NULL;
CREATE INDEX activity_open_of_contact ON sales.activity (contact_id) WHERE owner_id IS NOT NULL AND done_at IS NULL;
-- Serves the worker: reminders that are due.
CREATE INDEX activity_reminder_due ON sales.activity (remind_at) WHERE remind_at IS NOT NULL AND reminded_at IS NULL AND done_at IS NULL;
-- Serves the count of one's files that belong to no note yet, and their clean-up.
CREATE INDEX attachment_draft ON sales.attachment (uploaded_by_id, created_at) WHERE activity_id IS NULL;
CREATE INDEX attachment_draft_oldest ON sales.attachment (created_at) WHERE activity_id IS NULL;
-- Serves the count at the bell.
CREATE INDEX notification_unread ON platform.notification (person_id) WHERE read_at IS NULL;

-- ---------- Templates to begin with ----------

INSERT INTO platform.message_template (id, name, language, subject, body) VALUES
  ('0193a1b0-0000-7000-8000-000000000001', 'First contact', 'en', 'Your request to become a partner of %storename%',
   E'Hello %firstname%,\n\nthank you for your request %reference%. I look after it here at %storename% and would like to learn a little more about %company% before we decide.\n\nWhen would be a good time for a short call this week?\n\nKind regards'),
  ('0193a1b0-0000-7000-8000-000000000002', 'Documents needed', 'en', 'We need one more document for %company%',
   E'Hello %firstname%,\n\nto go on with your request %reference% we need a current extract from the trade register of %company%. An answer to this email with the file attached is enough.\n\nYou can see at any time where your request is: %link%\n\nKind regards'),
  ('0193a1b0-0000-7000-8000-000000000003', 'Follow-up', 'en', 'Are you still interested, %firstname%?',
   E'Hello %firstname%,\n\nwe have not heard from you for a while, and would not like to decide about your request %reference% without you. A short answer is enough to keep it open.\n\nKind regards'),
  ('0193a1b0-0000-7000-8000-000000000004', 'Erstkontakt', 'de', 'Ihre Anfrage als Partner von %storename%',
   E'Guten Tag %firstname% %lastname%,\n\nvielen Dank für Ihre Anfrage %reference%. Ich betreue sie bei %storename% und möchte %company% vor der Entscheidung etwas näher kennenlernen.\n\nWann passt Ihnen in dieser Woche ein kurzes Gespräch?\n\nMit freundlichen Grüßen'),
  ('0193a1b0-0000-7000-8000-000000000005', 'Primeiro contacto', 'pt', 'O seu pedido para ser parceiro de %storename%',
   E'Olá %firstname%,\n\nobrigado pelo seu pedido %reference%. Sou eu quem o acompanha na %storename% e gostaria de conhecer melhor a %company% antes de decidirmos.\n\nQuando lhe dá jeito uma chamada breve esta semana?\n\nCom os melhores cumprimentos');
