-- AlterTable
ALTER TABLE "sales"."opportunity" ADD COLUMN     "budget" "sales"."budget_status",
ADD COLUMN     "budget_amount" DECIMAL(18,2),
ADD COLUMN     "current_situation" TEXT,
ADD COLUMN     "customer_need" TEXT,
ADD COLUMN     "proposed_solution" TEXT,
ADD COLUMN     "purchase_process" "sales"."purchase_process";

-- CreateTable
CREATE TABLE "platform"."field_change" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "record_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,

    CONSTRAINT "field_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "field_change_record_id_at_id_idx" ON "platform"."field_change"("record_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "field_change_record_id_field_at_id_idx" ON "platform"."field_change"("record_id", "field", "at" DESC, "id" DESC);

CREATE TRIGGER field_change_stays BEFORE UPDATE OR DELETE ON platform.field_change FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER field_change_is_not_emptied BEFORE TRUNCATE ON platform.field_change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
