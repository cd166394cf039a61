-- AlterTable
ALTER TABLE "commerce"."hierarchy_member" ADD COLUMN "disabled_by_own" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE commerce.hierarchy_member ADD CONSTRAINT member_disabled_by_own CHECK (NOT disabled_by_own OR status = 'disabled');
