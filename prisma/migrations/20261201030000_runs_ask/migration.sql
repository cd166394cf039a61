-- AlterEnum
ALTER TYPE "platform"."bulk_verdict" ADD VALUE 'second';

-- AlterTable
ALTER TABLE "platform"."bulk_run" ADD COLUMN     "second" INTEGER NOT NULL DEFAULT 0;
