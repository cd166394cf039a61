-- AlterTable
ALTER TABLE "commerce"."customer" ADD COLUMN "is_b2b_admin" BOOLEAN NOT NULL DEFAULT false;

-- Who administers one of its hierarchies; kept as its channels are, by the same look.
CREATE FUNCTION commerce.administers(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM commerce.hierarchy_member m
    WHERE m.customer_id = person AND m.removed_at IS NULL AND m.role = 'admin' AND m.status <> 'disabled')
$$;

CREATE OR REPLACE FUNCTION commerce.settle_channels(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM commerce.customer WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE commerce.customer c SET channels = said.channels, in_all_channels = said.in_all_channels, is_b2b_admin = commerce.administers(c.id)
  FROM commerce.channels_of(ids) said
  WHERE c.id = said.customer_id
    AND (c.channels, c.in_all_channels, c.is_b2b_admin) IS DISTINCT FROM (said.channels, said.in_all_channels, commerce.administers(c.id));
END $$;

-- A member that accepts stays where it was.
CREATE OR REPLACE FUNCTION commerce.settle_channels_of_moved_members() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(DISTINCT moved.customer_id) INTO ids
  FROM fresh JOIN stale USING (id), unnest(ARRAY[fresh.customer_id, stale.customer_id]) AS moved (customer_id)
  WHERE (fresh.customer_id, fresh.hierarchy_id, fresh.removed_at IS NULL, fresh.role, fresh.status = 'disabled')
    IS DISTINCT FROM (stale.customer_id, stale.hierarchy_id, stale.removed_at IS NULL, stale.role, stale.status = 'disabled');
  IF ids IS NOT NULL THEN PERFORM commerce.settle_channels(ids); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION commerce.begin_without_channels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.channels := NULL;
  NEW.in_all_channels := false;
  NEW.is_b2b_admin := false;
  RETURN NEW;
END $$;
DROP TRIGGER customer_begins_without_channels ON commerce.customer;
CREATE TRIGGER customer_begins_without_channels BEFORE INSERT ON commerce.customer
  FOR EACH ROW WHEN (NEW.channels IS NOT NULL OR NEW.in_all_channels OR NEW.is_b2b_admin) EXECUTE FUNCTION commerce.begin_without_channels();

UPDATE commerce.customer c SET is_b2b_admin = true
WHERE EXISTS (SELECT 1 FROM commerce.hierarchy_member m WHERE m.customer_id = c.id AND m.removed_at IS NULL AND m.role = 'admin' AND m.status <> 'disabled');

-- Serve the view of B2B administrators and the filter, in either order.
CREATE INDEX customer_b2b_administrators ON commerce.customer (created_at DESC, id DESC) WHERE is_b2b_admin;
CREATE INDEX customer_b2b_administrators_by_name ON commerce.customer (name, id) WHERE is_b2b_admin;
