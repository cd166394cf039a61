-- CreateEnum
CREATE TYPE "platform"."view_scope" AS ENUM ('personal', 'shared', 'role');

-- CreateTable
CREATE TABLE "platform"."saved_view" (
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scope" "platform"."view_scope" NOT NULL,
    "role" "platform"."staff_role",
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_view_owner_id_idx" ON "platform"."saved_view"("owner_id");

-- AddForeignKey
ALTER TABLE "platform"."saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "platform"."person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE platform.saved_view
  ADD CONSTRAINT saved_view_list CHECK (list IN ('leads', 'opportunities', 'accounts', 'contacts', 'prospects')),
  ADD CONSTRAINT saved_view_name CHECK (length(trim(name)) BETWEEN 1 AND 80),
  ADD CONSTRAINT saved_view_definition CHECK (jsonb_typeof(definition) = 'object'),
  ADD CONSTRAINT saved_view_role CHECK ((scope = 'role') = (role IS NOT NULL));

-- A role's list opens with one view.
CREATE UNIQUE INDEX saved_view_default ON platform.saved_view (list, role) WHERE scope = 'role';

-- Views that the same people see have different names. Serve the picker of a list too: what everybody shares, and what somebody has.
CREATE UNIQUE INDEX saved_view_shared_name ON platform.saved_view (list, lower(name)) WHERE scope <> 'personal';
CREATE UNIQUE INDEX saved_view_personal_name ON platform.saved_view (list, owner_id, lower(name)) WHERE scope = 'personal';
