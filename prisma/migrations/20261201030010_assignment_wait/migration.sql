-- CreateTable
CREATE TABLE "sales"."assignment_wait" (
    "lead_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_wait_pkey" PRIMARY KEY ("lead_id")
);

-- CreateIndex
CREATE INDEX "assignment_wait_next_at_since_idx" ON "sales"."assignment_wait"("next_at", "since");

-- AddForeignKey
ALTER TABLE "sales"."assignment_wait" ADD CONSTRAINT "assignment_wait_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "sales"."lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;
