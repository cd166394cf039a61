-- CreateTable
CREATE TABLE "commerce"."override" (
    "id" UUID NOT NULL,
    "hierarchy_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "source_name" TEXT NOT NULL,
    "fields" TEXT[],
    "members" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "kept" TEXT[],

    CONSTRAINT "override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."override_row" (
    "override_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "override_row_pkey" PRIMARY KEY ("override_id", "customer_id")
);

-- CreateIndex
CREATE INDEX "override_hierarchy_id_at_idx" ON "commerce"."override"("hierarchy_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "commerce"."override" ADD CONSTRAINT "override_hierarchy_id_fkey" FOREIGN KEY ("hierarchy_id") REFERENCES "commerce"."hierarchy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."override_row" ADD CONSTRAINT "override_row_override_id_fkey" FOREIGN KEY ("override_id") REFERENCES "commerce"."override"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE commerce.override
  ADD CONSTRAINT override_changes_something CHECK (members > 0 AND changes >= members),
  ADD CONSTRAINT override_undone_has_hour CHECK ((undone_at IS NULL) = (undone_by IS NULL));
