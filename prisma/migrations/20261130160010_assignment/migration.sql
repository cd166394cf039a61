-- AlterEnum
ALTER TYPE "platform"."notification_kind" ADD VALUE 'lead_assigned';

-- CreateTable
CREATE TABLE "sales"."assignment_turn" (
    "rule_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_turn_pkey" PRIMARY KEY ("rule_id")
);
