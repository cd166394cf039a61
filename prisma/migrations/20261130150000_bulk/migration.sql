-- CreateEnum
CREATE TYPE "platform"."bulk_run_state" AS ENUM ('checking', 'ready', 'running', 'releasing', 'done', 'undoing', 'undone', 'failed', 'canceled');

-- CreateEnum
CREATE TYPE "platform"."bulk_verdict" AS ENUM ('ready', 'choose', 'blocked');

-- CreateEnum
CREATE TYPE "platform"."bulk_result" AS ENUM ('done', 'skipped', 'failed', 'undone', 'kept');

-- AlterEnum
ALTER TYPE "platform"."notification_kind" ADD VALUE 'run';

-- CreateTable
CREATE TABLE "platform"."bulk_run" (
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "platform"."bulk_run_state" NOT NULL DEFAULT 'checking',
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "through" INTEGER NOT NULL DEFAULT 0,
    "at_once" INTEGER NOT NULL,
    "ready" INTEGER NOT NULL DEFAULT 0,
    "choose" INTEGER NOT NULL DEFAULT 0,
    "chosen" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undoable_until" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "undone_by_id" UUID,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."bulk_item" (
    "run_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "record_version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "verdict" "platform"."bulk_verdict",
    "told" TEXT,
    "found" JSONB,
    "choice" JSONB,
    "result" "platform"."bulk_result",
    "why" TEXT,
    "decision_id" UUID,
    "mail_id" UUID,
    "version_after" INTEGER,
    "before" JSONB,
    "owner_id" UUID,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("run_id","place")
);

-- CreateIndex
CREATE INDEX "bulk_run_created_at_id_idx" ON "platform"."bulk_run"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "bulk_item_run_id_verdict_place_idx" ON "platform"."bulk_item"("run_id", "verdict", "place");

-- CreateIndex
CREATE INDEX "bulk_item_run_id_result_place_idx" ON "platform"."bulk_item"("run_id", "result", "place");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_item_run_id_record_id_key" ON "platform"."bulk_item"("run_id", "record_id");

-- AddForeignKey
ALTER TABLE "platform"."bulk_item" ADD CONSTRAINT "bulk_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "platform"."bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a worker takes next.
CREATE INDEX bulk_run_due ON platform.bulk_run (moved_at) WHERE state IN ('checking', 'running', 'releasing', 'undoing');
-- What every page of the office shows of one's own runs.
CREATE INDEX bulk_run_under_way ON platform.bulk_run (person_id, created_at) WHERE state IN ('running', 'releasing', 'undoing');

-- The question that is asked of many, in the languages in which requests come.
INSERT INTO platform.message_template (id, name, language, subject, body) VALUES
  ('0193a1b0-0000-7000-8000-000000000011', 'Question about your request', 'en', 'Question about your request %reference%',
   E'Hello %firstname%,\n\nthank you for your request for %company%. Before we decide we have a question: how do you plan to sell our range, and to whom?\n\nA few lines in answer to this email are enough.\n\nKind regards'),
  ('0193a1b0-0000-7000-8000-000000000012', 'Question about your request', 'de', 'Frage zu Ihrer Anfrage %reference%',
   E'Guten Tag %firstname% %lastname%,\n\nvielen Dank für Ihre Anfrage für %company%. Vor der Entscheidung haben wir eine Frage: Wie und an wen möchten Sie unser Sortiment verkaufen?\n\nEin paar Zeilen als Antwort auf diese E-Mail genügen.\n\nMit freundlichen Grüßen'),
  ('0193a1b0-0000-7000-8000-000000000013', 'Question about your request', 'es', 'Una pregunta sobre su solicitud %reference%',
   E'Hola, %firstname%:\n\ngracias por su solicitud para %company%. Antes de decidir tenemos una pregunta: ¿cómo y a quién piensa vender nuestra gama?\n\nBastan unas líneas en respuesta a este correo.\n\nUn cordial saludo'),
  ('0193a1b0-0000-7000-8000-000000000014', 'Question about your request', 'fr', 'Une question sur votre demande %reference%',
   E'Bonjour %firstname%,\n\nmerci pour votre demande pour %company%. Avant de décider, nous avons une question : comment et à qui comptez-vous vendre notre gamme ?\n\nQuelques lignes en réponse à ce courriel suffisent.\n\nCordialement'),
  ('0193a1b0-0000-7000-8000-000000000015', 'Question about your request', 'pt', 'Uma pergunta sobre o seu pedido %reference%',
   E'Olá %firstname%,\n\nobrigado pelo seu pedido para %company%. Antes de decidirmos temos uma pergunta: como e a quem pensa vender a nossa gama?\n\nBastam algumas linhas em resposta a este email.\n\nCom os melhores cumprimentos');
