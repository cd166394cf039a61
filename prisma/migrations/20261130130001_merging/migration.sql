
-- AlterTable
ALTER TABLE "commerce"."prospect" ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "platform"."record_merge" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "primary_id" UUID NOT NULL,
    "primary_label" TEXT NOT NULL,
    "loser_id" UUID NOT NULL,
    "loser_label" TEXT NOT NULL,
    "taken" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "written" JSONB NOT NULL,
    "texts" JSONB NOT NULL,
    "counts" TEXT[],
    "undoable_until" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "kept" TEXT[],

    CONSTRAINT "record_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."merged_record" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "into_id" UUID NOT NULL,
    "into_label" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_name" TEXT NOT NULL,
    "merge_id" UUID NOT NULL,

    CONSTRAINT "merged_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_merge_primary_id_at_idx" ON "platform"."record_merge"("primary_id", "at" DESC);

-- CreateIndex
CREATE INDEX "record_merge_loser_id_at_idx" ON "platform"."record_merge"("loser_id", "at" DESC);

-- CreateIndex
CREATE INDEX "merged_record_into_id_idx" ON "platform"."merged_record"("into_id");

-- CreateIndex
CREATE INDEX "merged_record_merge_id_idx" ON "platform"."merged_record"("merge_id");

-- CreateIndex
CREATE INDEX "prospect_merged_into_id_idx" ON "commerce"."prospect"("merged_into_id");

-- AddForeignKey
ALTER TABLE "commerce"."prospect" ADD CONSTRAINT "prospect_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "commerce"."prospect"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."merged_record" ADD CONSTRAINT "merged_record_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "platform"."record_merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------- What must never be false ----------

ALTER TABLE commerce.prospect
  ADD CONSTRAINT prospect_merged_into_another CHECK ((status = 'merged') = (merged_into_id IS NOT NULL) AND merged_into_id <> id),
  -- The lead that stayed is the other request's.
  ADD CONSTRAINT prospect_merged_has_no_lead CHECK (status <> 'merged' OR lead_id IS NULL);

ALTER TABLE platform.record_merge
  ADD CONSTRAINT merge_of_two CHECK (primary_id <> loser_id),
  ADD CONSTRAINT merge_kind_is_known CHECK (kind IN ('lead', 'account', 'contact')),
  ADD CONSTRAINT merge_undone_by_somebody CHECK ((undone_at IS NULL) = (undone_by IS NULL));

-- ---------- Decisions that can still be undone ----------

-- Serves a merge, which waits for them: the rows of the last minute.
CREATE INDEX decision_undoable ON platform.decision (undoable_until) WHERE undone_at IS NULL;
