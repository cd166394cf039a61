-- AlterTable
ALTER TABLE "platform"."session" ADD COLUMN     "preview_role" "platform"."staff_role";

-- CreateTable
CREATE TABLE "platform"."presence" (
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("record_id","person_id")
);

-- Lost in a crash of the database, and so are the pages' connections: who still looks says so again.
ALTER TABLE platform.presence SET UNLOGGED;
