-- AlterTable
ALTER TABLE "commerce"."customer" ADD COLUMN "channels" TEXT[],
ADD COLUMN "in_all_channels" BOOLEAN NOT NULL DEFAULT false;

-- A customer belongs where its hierarchies do: nowhere (null), in some channels, or in all, said as a hierarchy says it.
ALTER TABLE commerce.customer ADD CONSTRAINT customer_says_its_channels CHECK (in_all_channels = (channels IS NOT NULL AND cardinality(channels) = 0));

-- The hierarchies in which some customers are: those that they head, those in which they have a seat, and those of which they are an outlet.
CREATE FUNCTION commerce.hierarchies_of(ids uuid[]) RETURNS TABLE (customer_id uuid, hierarchy_id uuid) LANGUAGE sql STABLE AS $$
  SELECT organization_id, id FROM commerce.hierarchy WHERE organization_id = ANY(ids)
  UNION SELECT m.customer_id, m.hierarchy_id FROM commerce.hierarchy_member m WHERE m.customer_id = ANY(ids) AND m.removed_at IS NULL
  UNION SELECT o.customer_id, o.hierarchy_id FROM commerce.outlet o WHERE o.customer_id = ANY(ids)
$$;

CREATE FUNCTION commerce.channels_of(ids uuid[]) RETURNS TABLE (customer_id uuid, channels text[], in_all_channels boolean) LANGUAGE sql STABLE AS $$
  SELECT asked.id, CASE WHEN coalesce(bool_or(h.in_all_channels), false) THEN '{}' ELSE array_agg(DISTINCT code ORDER BY code) FILTER (WHERE code IS NOT NULL) END,
    coalesce(bool_or(h.in_all_channels), false)
  FROM (SELECT DISTINCT unnest(ids) AS id) asked
  LEFT JOIN commerce.hierarchies_of(ids) place ON place.customer_id = asked.id
  LEFT JOIN commerce.hierarchy h ON h.id = place.hierarchy_id
  LEFT JOIN LATERAL unnest(h.channels) AS code ON true
  GROUP BY asked.id
$$;

-- The customers are locked first: what a statement after the wait reads is what the other transaction left.
CREATE FUNCTION commerce.settle_channels(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM commerce.customer WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE commerce.customer c SET channels = said.channels, in_all_channels = said.in_all_channels
  FROM commerce.channels_of(ids) said
  WHERE c.id = said.customer_id AND (c.channels, c.in_all_channels) IS DISTINCT FROM (said.channels, said.in_all_channels);
END $$;

CREATE FUNCTION commerce.settle_channels_of_hierarchy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(DISTINCT id) INTO ids FROM (
    SELECT unnest(ARRAY[OLD.organization_id, NEW.organization_id]) AS id
    UNION ALL SELECT customer_id FROM commerce.hierarchy_member WHERE hierarchy_id = coalesce(NEW.id, OLD.id) AND removed_at IS NULL
    UNION ALL SELECT customer_id FROM commerce.outlet WHERE hierarchy_id = coalesce(NEW.id, OLD.id)) touched
  WHERE id IS NOT NULL;
  PERFORM commerce.settle_channels(ids);
  RETURN NULL;
END $$;

CREATE TRIGGER hierarchy_brings_channels AFTER INSERT OR DELETE ON commerce.hierarchy
  FOR EACH ROW EXECUTE FUNCTION commerce.settle_channels_of_hierarchy();
CREATE TRIGGER hierarchy_changes_channels AFTER UPDATE OF channels, in_all_channels, organization_id ON commerce.hierarchy
  FOR EACH ROW WHEN ((OLD.channels, OLD.in_all_channels, OLD.organization_id) IS DISTINCT FROM (NEW.channels, NEW.in_all_channels, NEW.organization_id))
  EXECUTE FUNCTION commerce.settle_channels_of_hierarchy();

CREATE FUNCTION commerce.settle_channels_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM commerce.settle_channels((SELECT array_agg(DISTINCT customer_id) FROM fresh));
  RETURN NULL;
END $$;

CREATE FUNCTION commerce.settle_channels_of_old() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM commerce.settle_channels((SELECT array_agg(DISTINCT customer_id) FROM stale));
  RETURN NULL;
END $$;

-- A member that accepts or gets another role stays where it was.
CREATE FUNCTION commerce.settle_channels_of_moved_members() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(DISTINCT moved.customer_id) INTO ids
  FROM fresh JOIN stale USING (id), unnest(ARRAY[fresh.customer_id, stale.customer_id]) AS moved (customer_id)
  WHERE (fresh.customer_id, fresh.hierarchy_id, fresh.removed_at IS NULL) IS DISTINCT FROM (stale.customer_id, stale.hierarchy_id, stale.removed_at IS NULL);
  IF ids IS NOT NULL THEN PERFORM commerce.settle_channels(ids); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION commerce.settle_channels_of_moved_outlets() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(DISTINCT moved.customer_id) INTO ids
  FROM fresh JOIN stale USING (id), unnest(ARRAY[fresh.customer_id, stale.customer_id]) AS moved (customer_id)
  WHERE (fresh.customer_id, fresh.hierarchy_id) IS DISTINCT FROM (stale.customer_id, stale.hierarchy_id);
  IF ids IS NOT NULL THEN PERFORM commerce.settle_channels(ids); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER member_brings_channels AFTER INSERT ON commerce.hierarchy_member
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.settle_channels_of_new();
CREATE TRIGGER member_moves_channels AFTER UPDATE ON commerce.hierarchy_member
  REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.settle_channels_of_moved_members();
CREATE TRIGGER member_takes_channels AFTER DELETE ON commerce.hierarchy_member
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION commerce.settle_channels_of_old();
CREATE TRIGGER outlet_brings_channels AFTER INSERT ON commerce.outlet
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.settle_channels_of_new();
CREATE TRIGGER outlet_moves_channels AFTER UPDATE ON commerce.outlet
  REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.settle_channels_of_moved_outlets();
CREATE TRIGGER outlet_takes_channels AFTER DELETE ON commerce.outlet
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION commerce.settle_channels_of_old();

-- Whoever comes has no place yet, also where Unmerge brings back what was put away with one.
CREATE FUNCTION commerce.begin_without_channels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.channels := NULL;
  NEW.in_all_channels := false;
  RETURN NEW;
END $$;
CREATE TRIGGER customer_begins_without_channels BEFORE INSERT ON commerce.customer
  FOR EACH ROW WHEN (NEW.channels IS NOT NULL OR NEW.in_all_channels) EXECUTE FUNCTION commerce.begin_without_channels();

UPDATE commerce.customer c SET channels = said.channels, in_all_channels = said.in_all_channels
FROM commerce.channels_of((SELECT array_agg(id) FROM (
  SELECT organization_id AS id FROM commerce.hierarchy UNION SELECT customer_id FROM commerce.hierarchy_member WHERE removed_at IS NULL
  UNION SELECT customer_id FROM commerce.outlet) placed)) said
WHERE c.id = said.customer_id;

-- Serves the filters of customers by channel, and their groups.
CREATE INDEX customer_in_channels ON commerce.customer USING gin (channels) WHERE channels IS NOT NULL;
CREATE INDEX customer_in_all_channels ON commerce.customer (created_at DESC, id DESC) WHERE in_all_channels;
CREATE INDEX customer_in_several_channels ON commerce.customer (created_at DESC, id DESC) WHERE cardinality(channels) > 1;
