-- AlterEnum
ALTER TYPE "platform"."notification_kind" ADD VALUE 'escalation';

-- CreateTable
CREATE TABLE "sales"."escalation_told" (
    "person_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "timer" "sales"."lead_timer" NOT NULL,
    "kind" "sales"."timer_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "escalation_told_pkey" PRIMARY KEY ("person_id","lead_id","timer","kind")
);

-- CreateIndex
CREATE INDEX "escalation_told_person_id_at_idx" ON "sales"."escalation_told"("person_id", "at");

-- CreateIndex
CREATE INDEX "escalation_told_lead_id_idx" ON "sales"."escalation_told"("lead_id");

-- AddForeignKey
ALTER TABLE "sales"."escalation_told" ADD CONSTRAINT "escalation_told_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;
