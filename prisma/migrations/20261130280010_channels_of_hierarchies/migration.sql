-- AlterTable
ALTER TABLE "commerce"."hierarchy" ADD COLUMN "channels" TEXT[],
ADD COLUMN "in_all_channels" BOOLEAN NOT NULL DEFAULT false;

-- A hierarchy that is there already belongs where its approved requests were sent; one that was made by hand, to the default channel.
UPDATE commerce.hierarchy h SET channels = coalesce(
  (SELECT array_agg(DISTINCT p.channel ORDER BY p.channel) FROM commerce.prospect p WHERE p.hierarchy_id = h.id AND p.status = 'approved'),
  (SELECT array_agg(c.code) FROM commerce.channel c WHERE c.is_default));

-- All channels is said, and never what an empty set means.
ALTER TABLE commerce.hierarchy ADD CONSTRAINT hierarchy_says_its_channels
  CHECK (channels IS NOT NULL AND array_position(channels, NULL) IS NULL AND in_all_channels = (cardinality(channels) = 0));

-- A channel is archived, never deleted, and its code stays: so whoever names one names it for good.
CREATE FUNCTION commerce.keep_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a channel is archived, never deleted, and keeps its code' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER channel_stays BEFORE DELETE ON commerce.channel FOR EACH ROW EXECUTE FUNCTION commerce.keep_channel();
CREATE TRIGGER channel_keeps_its_code BEFORE UPDATE OF code ON commerce.channel FOR EACH ROW WHEN (NEW.code <> OLD.code) EXECUTE FUNCTION commerce.keep_channel();

CREATE FUNCTION commerce.check_hierarchy_channels() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unknown text;
BEGIN
  SELECT named INTO unknown FROM unnest(NEW.channels) AS named WHERE NOT EXISTS (SELECT 1 FROM commerce.channel c WHERE c.code = named) LIMIT 1;
  IF unknown IS NOT NULL THEN
    RAISE EXCEPTION 'there is no channel %', unknown USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'hierarchy_channel_is_known';
  END IF;
  IF (SELECT count(DISTINCT named) FROM unnest(NEW.channels) AS named) <> cardinality(NEW.channels) THEN
    RAISE EXCEPTION 'a hierarchy belongs to a channel once' USING ERRCODE = 'unique_violation', CONSTRAINT = 'hierarchy_channel_once';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER hierarchy_channels_are_known BEFORE INSERT OR UPDATE OF channels ON commerce.hierarchy FOR EACH ROW EXECUTE FUNCTION commerce.check_hierarchy_channels();

-- Serves the filters of hierarchies by channel, and their groups.
CREATE INDEX hierarchy_in_channels ON commerce.hierarchy USING gin (channels);
CREATE INDEX hierarchy_in_all_channels ON commerce.hierarchy (created_at DESC, id DESC) WHERE in_all_channels;
CREATE INDEX hierarchy_in_several_channels ON commerce.hierarchy (created_at DESC, id DESC) WHERE cardinality(channels) > 1;

-- The storefront of a partner, by its code: the one at which it asked first; of one that never asked, the only one to which it belongs. Null where neither says.
CREATE OR REPLACE FUNCTION platform.channel_of_partner(hierarchy uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT p.channel FROM commerce.prospect p WHERE p.hierarchy_id = hierarchy ORDER BY p.submitted_at, p.id LIMIT 1),
    (SELECT h.channels[1] FROM commerce.hierarchy h WHERE h.id = hierarchy AND cardinality(h.channels) = 1))
$$;
