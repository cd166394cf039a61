-- CreateTable
CREATE TABLE "commerce"."outlet" (
    "id" UUID NOT NULL,
    "hierarchy_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "parent_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outlet_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "commerce"."hierarchy_member" ADD COLUMN "awaits_enable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "disabled_until" TIMESTAMPTZ(3),
ADD COLUMN "outlet_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "outlet_customer_id_key" ON "commerce"."outlet"("customer_id");

-- CreateIndex
CREATE INDEX "outlet_hierarchy_id_idx" ON "commerce"."outlet"("hierarchy_id");

-- CreateIndex
CREATE INDEX "outlet_parent_id_idx" ON "commerce"."outlet"("parent_id");

-- CreateIndex
CREATE INDEX "hierarchy_member_outlet_id_idx" ON "commerce"."hierarchy_member"("outlet_id");

-- AddForeignKey
ALTER TABLE "commerce"."hierarchy_member" ADD CONSTRAINT "hierarchy_member_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "commerce"."outlet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."outlet" ADD CONSTRAINT "outlet_hierarchy_id_fkey" FOREIGN KEY ("hierarchy_id") REFERENCES "commerce"."hierarchy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."outlet" ADD CONSTRAINT "outlet_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "commerce"."customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."outlet" ADD CONSTRAINT "outlet_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "commerce"."outlet"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- ---------- Members ----------

ALTER TABLE commerce.hierarchy_member
  ADD CONSTRAINT member_returns_only_when_disabled CHECK (disabled_until IS NULL OR (status = 'disabled' AND disabled_until > disabled_at)),
  ADD CONSTRAINT member_awaits_only_when_pending CHECK (NOT awaits_enable OR (status = 'pending' AND accepted_at IS NULL));

-- Serves the worker: members whose time to return has come.
CREATE INDEX member_returns ON commerce.hierarchy_member (disabled_until) WHERE disabled_until IS NOT NULL AND removed_at IS NULL;

-- ---------- The tree ----------
-- Two who change one tree wait for each other at its hierarchy; each statement after the wait sees what the other did.

CREATE FUNCTION commerce.insist_on_tree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at_most CONSTANT int := 5;
  above uuid := NEW.parent_id;
  depth int := 1;
  height int;
BEGIN
  PERFORM 1 FROM commerce.hierarchy WHERE id = NEW.hierarchy_id FOR UPDATE;
  WHILE above IS NOT NULL LOOP
    IF above = NEW.id THEN
      RAISE EXCEPTION 'an outlet cannot stand below itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'outlet_has_no_cycle';
    END IF;
    depth := depth + 1;
    IF depth > at_most THEN EXIT; END IF;
    SELECT parent_id INTO above FROM commerce.outlet WHERE id = above AND hierarchy_id = NEW.hierarchy_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'an outlet stands below an outlet of its own hierarchy' USING ERRCODE = 'check_violation', CONSTRAINT = 'outlet_is_in_one_tree';
    END IF;
  END LOOP;
  WITH RECURSIVE below (id, level) AS (
    SELECT id, 1 FROM commerce.outlet WHERE parent_id = NEW.id
    UNION ALL SELECT outlet.id, below.level + 1 FROM commerce.outlet JOIN below ON outlet.parent_id = below.id WHERE below.level <= at_most
  )
  SELECT coalesce(max(level), 0) INTO height FROM below;
  IF depth + height > at_most THEN
    RAISE EXCEPTION 'a tree of outlets is at most % deep', at_most USING ERRCODE = 'check_violation', CONSTRAINT = 'outlet_is_not_too_deep';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER outlet_is_in_a_tree BEFORE INSERT OR UPDATE OF parent_id, hierarchy_id ON commerce.outlet
  FOR EACH ROW EXECUTE FUNCTION commerce.insist_on_tree();

-- An organization heads a hierarchy or is an outlet, not both; both sides wait for each other at the customer.
CREATE FUNCTION commerce.insist_on_outlet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kind commerce.customer_type;
BEGIN
  SELECT type INTO kind FROM commerce.customer WHERE id = NEW.customer_id FOR UPDATE;
  IF kind IS DISTINCT FROM 'organization' THEN
    RAISE EXCEPTION 'an outlet is an organization' USING ERRCODE = 'check_violation', CONSTRAINT = 'outlet_is_organization';
  END IF;
  IF EXISTS (SELECT 1 FROM commerce.hierarchy WHERE organization_id = NEW.customer_id) THEN
    RAISE EXCEPTION 'the organization has a hierarchy of its own' USING ERRCODE = 'check_violation', CONSTRAINT = 'outlet_heads_no_hierarchy';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER outlet_heads_no_hierarchy BEFORE INSERT OR UPDATE OF customer_id ON commerce.outlet
  FOR EACH ROW EXECUTE FUNCTION commerce.insist_on_outlet();

CREATE FUNCTION commerce.insist_on_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM commerce.customer WHERE id = NEW.organization_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM commerce.outlet WHERE customer_id = NEW.organization_id) THEN
    RAISE EXCEPTION 'the organization is an outlet of another' USING ERRCODE = 'check_violation', CONSTRAINT = 'hierarchy_heads_no_outlet';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER hierarchy_heads_no_outlet BEFORE INSERT OR UPDATE OF organization_id ON commerce.hierarchy
  FOR EACH ROW EXECUTE FUNCTION commerce.insist_on_head();

-- A member works at an outlet of the own hierarchy.
CREATE FUNCTION commerce.insist_on_own_outlet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.outlet_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM commerce.outlet WHERE id = NEW.outlet_id AND hierarchy_id = NEW.hierarchy_id) THEN
    RAISE EXCEPTION 'the outlet belongs to another hierarchy' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_outlet_is_own';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER member_outlet_is_own BEFORE INSERT OR UPDATE OF outlet_id, hierarchy_id ON commerce.hierarchy_member
  FOR EACH ROW EXECUTE FUNCTION commerce.insist_on_own_outlet();

-- ---------- The first Admin ----------
-- What was held of every change to members holds of a hierarchy as it comes: by the end of the transaction it has an Admin.

CREATE FUNCTION commerce.insist_on_first_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM commerce.hierarchy WHERE id = NEW.id AND suspended_at IS NULL) AND NOT EXISTS (
    SELECT 1 FROM commerce.hierarchy_member
    WHERE hierarchy_id = NEW.id AND role = 'admin' AND status <> 'disabled' AND removed_at IS NULL
  ) THEN
    RAISE EXCEPTION 'a hierarchy needs an Admin' USING ERRCODE = 'check_violation', CONSTRAINT = 'hierarchy_has_first_admin';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER hierarchy_has_first_admin AFTER INSERT OR UPDATE OF suspended_at ON commerce.hierarchy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION commerce.insist_on_first_admin();
