-- CreateEnum
CREATE TYPE "platform"."export_state" AS ENUM ('running', 'canceling', 'done', 'canceled', 'failed');

-- CreateEnum
CREATE TYPE "sales"."lead_import_state" AS ENUM ('uploading', 'reading', 'mapping', 'checking', 'ready', 'importing', 'done', 'undoing', 'undone', 'failed', 'canceled');

-- CreateEnum
CREATE TYPE "sales"."import_outcome" AS ENUM ('create', 'update', 'skip');

-- CreateEnum
CREATE TYPE "sales"."import_result" AS ENUM ('created', 'updated', 'skipped', 'undone', 'kept');

-- CreateTable
CREATE TABLE "platform"."export_run" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "state" "platform"."export_state" NOT NULL DEFAULT 'running',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."lead_import" (
    "id" UUID NOT NULL,
    "state" "sales"."lead_import_state" NOT NULL DEFAULT 'uploading',
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "file_hash" TEXT,
    "read_as" TEXT,
    "headers" TEXT[],
    "headers_key" TEXT,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "mapping" JSONB,
    "policy" JSONB,
    "through" INTEGER NOT NULL DEFAULT 0,
    "to_create" INTEGER NOT NULL DEFAULT 0,
    "to_update" INTEGER NOT NULL DEFAULT 0,
    "to_skip" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "person_role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lead_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."lead_import_chunk" (
    "import_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "lead_import_chunk_pkey" PRIMARY KEY ("import_id","place")
);

-- CreateTable
CREATE TABLE "sales"."lead_import_row" (
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "cells" TEXT[],
    "outcome" "sales"."import_outcome",
    "reason" TEXT,
    "errors" JSONB,
    "match_key" TEXT,
    "lead_id" UUID,
    "lead_version" INTEGER,
    "data" JSONB,
    "before" JSONB,
    "result" "sales"."import_result",

    CONSTRAINT "lead_import_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "sales"."lead_import_mapping" (
    "person_id" UUID NOT NULL,
    "headers_key" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "policy" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_import_mapping_pkey" PRIMARY KEY ("person_id","headers_key")
);

-- CreateIndex
CREATE INDEX "export_run_started_at_idx" ON "platform"."export_run"("started_at");

-- CreateIndex
CREATE INDEX "lead_import_created_at_id_idx" ON "sales"."lead_import"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_import_file_hash_idx" ON "sales"."lead_import"("file_hash");

-- CreateIndex
CREATE INDEX "lead_import_row_import_id_match_key_row_no_idx" ON "sales"."lead_import_row"("import_id", "match_key", "row_no");

-- CreateIndex
CREATE INDEX "lead_import_row_import_id_outcome_row_no_idx" ON "sales"."lead_import_row"("import_id", "outcome", "row_no");

-- CreateIndex
CREATE INDEX "lead_import_row_import_id_result_row_no_idx" ON "sales"."lead_import_row"("import_id", "result", "row_no");

-- CreateIndex
CREATE INDEX "lead_import_row_lead_id_idx" ON "sales"."lead_import_row"("lead_id");

-- AddForeignKey
ALTER TABLE "sales"."lead_import_chunk" ADD CONSTRAINT "lead_import_chunk_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "sales"."lead_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."lead_import_row" ADD CONSTRAINT "lead_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "sales"."lead_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------- Matching ----------

-- Serve an import that matches by email, and by tax ID.
CREATE INDEX lead_by_email ON sales.lead (email) WHERE email IS NOT NULL;
CREATE INDEX lead_by_tax_id ON sales.lead (tax_id) WHERE tax_id IS NOT NULL;

-- ---------- Work that is due ----------

-- Serves the worker: imports with a step in hand.
CREATE INDEX lead_import_due ON sales.lead_import (created_at) WHERE state IN ('reading', 'checking', 'importing', 'undoing');
