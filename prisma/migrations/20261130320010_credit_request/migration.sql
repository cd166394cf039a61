-- CreateEnum
CREATE TYPE "commerce"."credit_request_state" AS ENUM ('asked', 'answered', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "commerce"."credit_request" (
    "id" UUID NOT NULL,
    "credit_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "state" "commerce"."credit_request_state" NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "credit_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "credit_request_credit_id_asked_at_id_idx" ON "commerce"."credit_request"("credit_id", "asked_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "commerce"."credit_request" ADD CONSTRAINT "credit_request_credit_id_fkey" FOREIGN KEY ("credit_id") REFERENCES "commerce"."credit_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE commerce.credit_request
  ADD CONSTRAINT credit_request_is_for_something CHECK (amount BETWEEN 1 AND 1000000000000000),
  ADD CONSTRAINT credit_request_is_answered_once CHECK ((state = 'asked') = (answered_at IS NULL));

-- One request of an organization waits at a time.
CREATE UNIQUE INDEX credit_request_one_waits ON commerce.credit_request (credit_id) WHERE state = 'asked';
