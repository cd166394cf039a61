-- AlterTable
ALTER TABLE "platform"."session" ADD COLUMN "place_id" UUID;

-- CreateIndex
CREATE INDEX "session_place_id_idx" ON "platform"."session"("place_id");
