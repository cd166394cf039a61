-- CreateTable
CREATE TABLE "platform"."export_selection" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_selection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_selection_created_at_idx" ON "platform"."export_selection"("created_at");
