-- CreateTable
CREATE TABLE "platform"."field_mapping" (
    "version" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "parts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "restored_from" INTEGER,

    CONSTRAINT "field_mapping_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "field_mapping_id_key" ON "platform"."field_mapping"("id");

-- Receipts name the version by which they were written, so a version never changes.
CREATE TRIGGER field_mapping_stays BEFORE UPDATE OR DELETE ON platform.field_mapping FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
