-- AlterEnum
ALTER TYPE "platform"."notification_kind" ADD VALUE 'drift';

-- AlterTable
ALTER TABLE "commerce"."hierarchy" ADD COLUMN "drift_follows_default" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "drift_sections" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "drifting" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "commerce"."drift_default" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sections" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "drift_default_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."drift_due" (
    "id" BIGSERIAL NOT NULL,
    "hierarchy_id" UUID NOT NULL,

    CONSTRAINT "drift_due_pkey" PRIMARY KEY ("id")
);

ALTER TABLE commerce.drift_default ADD CONSTRAINT drift_default_is_one CHECK (id = 1);
INSERT INTO commerce.drift_default (id) VALUES (1);

-- Serves the list of hierarchies in which members differ.
CREATE INDEX hierarchy_drifting ON commerce.hierarchy (drifting DESC, id DESC) WHERE drifting > 0;

-- Whose members may differ by now is noted, whoever changed them; the worker looks. Notes are not one a hierarchy: two who write at once never wait for each other.
CREATE FUNCTION commerce.note_drift_of_customers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO commerce.drift_due (hierarchy_id)
  SELECT DISTINCT seat.hierarchy_id FROM fresh JOIN commerce.hierarchy_member seat ON seat.customer_id = fresh.id AND seat.removed_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER customer_may_drift AFTER UPDATE ON commerce.customer
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.note_drift_of_customers();

CREATE FUNCTION commerce.note_drift_of_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO commerce.drift_due (hierarchy_id) SELECT DISTINCT hierarchy_id FROM fresh;
  RETURN NULL;
END $$;

CREATE TRIGGER member_may_drift_when_added AFTER INSERT ON commerce.hierarchy_member
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.note_drift_of_members();
CREATE TRIGGER member_may_drift_when_changed AFTER UPDATE ON commerce.hierarchy_member
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.note_drift_of_members();
