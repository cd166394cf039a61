-- AlterTable
ALTER TABLE "commerce"."channel" ADD COLUMN "letter_profile_id" UUID;

-- AddForeignKey
ALTER TABLE "commerce"."channel" ADD CONSTRAINT "channel_letter_profile_id_fkey" FOREIGN KEY ("letter_profile_id") REFERENCES "platform"."letter_profile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The storefront of a partner, by its code: the one at which it asked first. Null where it never asked.
CREATE FUNCTION platform.channel_of_partner(hierarchy uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT p.channel FROM commerce.prospect p WHERE p.hierarchy_id = hierarchy ORDER BY p.submitted_at, p.id LIMIT 1
$$;

-- An id among those that a mail was posted with; null where it is none. What is no id must not stop the mails behind it.
CREATE FUNCTION platform.id_in(about jsonb, name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT substring(about ->> name FROM '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$')::uuid
$$;

-- For which storefront a mail speaks that is about these records, by its code: where the request was sent, where the partner asked; the default one where
-- nobody asked. Null for a letter to the staff, and to somebody who orders for partners of several: there the house speaks. The one place that knows.
CREATE FUNCTION platform.channel_of(about jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  WITH asked AS (
    SELECT CASE
      WHEN about ? 'prospectId' THEN
        (SELECT p.channel FROM commerce.prospect p WHERE p.id = platform.id_in(about, 'prospectId'))
      WHEN about ? 'memberId' THEN
        (SELECT platform.channel_of_partner(m.hierarchy_id) FROM commerce.hierarchy_member m WHERE m.id = platform.id_in(about, 'memberId'))
      WHEN about ? 'activityId' THEN
        (SELECT p.channel FROM commerce.prospect p WHERE p.id = (
          SELECT coalesce(l.prospect_id, o.prospect_id, origin.prospect_id) FROM sales.activity a
          LEFT JOIN sales.lead l ON l.id = a.lead_id
          LEFT JOIN sales.opportunity o ON o.id = a.opportunity_id
          LEFT JOIN sales.contact c ON c.id = a.contact_id
          LEFT JOIN sales.account b ON b.id = c.account_id
          LEFT JOIN sales.lead origin ON origin.id = coalesce(c.originating_lead_id, b.originating_lead_id)
          WHERE a.id = platform.id_in(about, 'activityId')))
    END AS channel
  )
  SELECT CASE
    WHEN about ?| ARRAY['prospectId', 'memberId', 'activityId'] THEN
      coalesce((SELECT channel FROM asked), (SELECT code FROM commerce.channel WHERE is_default))
    WHEN about ? 'personId' THEN
      (SELECT CASE WHEN count(DISTINCT seat.channel) = 1 THEN min(seat.channel) END
        FROM (SELECT coalesce(platform.channel_of_partner(m.hierarchy_id), (SELECT code FROM commerce.channel WHERE is_default)) AS channel
          FROM commerce.hierarchy_member m WHERE m.person_id = platform.id_in(about, 'personId') AND m.removed_at IS NULL) seat)
  END
$$;

-- By which profile a mail is written that is about these records: the one that its storefront chose, or the house's.
CREATE OR REPLACE FUNCTION platform.letter_profile_of(about jsonb) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT letter_profile_id FROM commerce.channel WHERE code = (SELECT platform.channel_of(about))),
    (SELECT id FROM platform.letter_profile WHERE is_default))
$$;
