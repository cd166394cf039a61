-- CreateEnum
CREATE TYPE "sales"."match_kind" AS ENUM ('lead', 'account', 'contact');

-- CreateEnum
CREATE TYPE "sales"."match_verdict" AS ENUM ('certain', 'likely', 'possible');

-- AlterTable
ALTER TABLE "sales"."lead" ADD COLUMN     "has_duplicates" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "sales"."match_entry" (
    "id" UUID NOT NULL,
    "kind" "sales"."match_kind" NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "name_key" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "email" TEXT,
    "site_domain" TEXT,
    "mail_domain" TEXT,
    "phone" TEXT,
    "phone_tail" TEXT,
    "tax_id" TEXT,
    "country" TEXT,
    "postal" TEXT,
    "place" TEXT,

    CONSTRAINT "match_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."match_pair" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "first_kind" "sales"."match_kind" NOT NULL,
    "second_kind" "sales"."match_kind" NOT NULL,
    "score" SMALLINT NOT NULL,
    "verdict" "sales"."match_verdict" NOT NULL,
    "reasons" JSONB NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_pair_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "sales"."not_the_same" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "first_kind" "sales"."match_kind" NOT NULL,
    "second_kind" "sales"."match_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "not_the_same_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "sales"."match_due" (
    "id" BIGSERIAL NOT NULL,
    "kind" "sales"."match_kind" NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "match_due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."matching_settings" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "rules" JSONB NOT NULL,

    CONSTRAINT "matching_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."match_sweep" (
    "id" INTEGER NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "through" UUID,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "match_sweep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "match_pair_first_id_score_idx" ON "sales"."match_pair"("first_id", "score");

-- CreateIndex
CREATE INDEX "match_pair_second_id_score_idx" ON "sales"."match_pair"("second_id", "score");

-- CreateIndex
CREATE INDEX "not_the_same_second_id_idx" ON "sales"."not_the_same"("second_id");

-- CreateIndex
CREATE INDEX "not_the_same_at_first_id_second_id_idx" ON "sales"."not_the_same"("at" DESC, "first_id", "second_id");

-- AddForeignKey
ALTER TABLE "sales"."match_pair" ADD CONSTRAINT "match_pair_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "sales"."match_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales"."match_pair" ADD CONSTRAINT "match_pair_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "sales"."match_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---------- What is found by what ----------
-- Each serves one question of sales.match_candidates, kind by kind, so that it reads no more than it returns.

CREATE INDEX match_entry_by_name ON sales.match_entry USING gin (name_key gin_trgm_ops) WHERE kind <> 'contact' AND name_key <> '';
CREATE INDEX match_entry_by_whole_name ON sales.match_entry (name_key, kind) WHERE name_key <> '';
CREATE INDEX match_entry_by_first_word ON sales.match_entry (split_part(name_key, ' ', 1), kind) WHERE kind <> 'contact' AND name_key <> '';
CREATE INDEX match_entry_by_person ON sales.match_entry (person_key, kind) WHERE person_key <> '';
CREATE INDEX match_entry_by_email ON sales.match_entry (email, kind) WHERE email IS NOT NULL;
CREATE INDEX match_entry_by_site ON sales.match_entry (site_domain, kind) WHERE site_domain IS NOT NULL;
CREATE INDEX match_entry_by_mail ON sales.match_entry (mail_domain, kind) WHERE mail_domain IS NOT NULL;
CREATE INDEX match_entry_by_phone ON sales.match_entry (phone_tail, kind) WHERE phone_tail IS NOT NULL;
CREATE INDEX match_entry_by_tax_id ON sales.match_entry (tax_id, kind) WHERE tax_id IS NOT NULL;
CREATE INDEX match_entry_by_place ON sales.match_entry (place, kind) WHERE place IS NOT NULL;

-- Serves the inbox: pairs of two kinds, best first.
CREATE INDEX match_pair_best ON sales.match_pair (score DESC, first_id DESC, second_id DESC);
CREATE INDEX match_pair_of_kinds ON sales.match_pair (first_kind, second_kind, score DESC, first_id DESC, second_id DESC);
-- Serves the list of leads that may be there twice.
CREATE INDEX lead_with_duplicates ON sales.lead (created_at DESC, id DESC) WHERE has_duplicates;

-- A pair is kept once, whichever of the two was compared with the other.
ALTER TABLE sales.match_pair ADD CONSTRAINT match_pair_is_ordered CHECK (first_id < second_id);
ALTER TABLE sales.not_the_same ADD CONSTRAINT not_the_same_is_ordered CHECK (first_id < second_id);

-- Records that may be the one with these keys: at most `most` by each key and kind, and the names that are most alike. What comes back `most` times by one key is shared
-- by a crowd, and the key tells little.
CREATE FUNCTION sales.match_candidates(asked_id uuid, kinds sales.match_kind[], a_name text, a_person text, an_email text, domains text[], a_phone text,
  a_tax_id text, a_place text, most int)
RETURNS TABLE (id uuid, via text) LANGUAGE sql STABLE PARALLEL SAFE ROWS 50 SET pg_trgm.similarity_threshold = 0.42 AS $$
  WITH kind AS MATERIALIZED (SELECT unnest(kinds) AS k)
  SELECT f.id, 'taxId' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.tax_id = a_tax_id AND e.tax_id IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'email' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.email = an_email AND e.email IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'domain' FROM kind, unnest(domains) AS d, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.site_domain = d AND e.site_domain IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'domain' FROM kind, unnest(domains) AS d, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.mail_domain = d AND e.mail_domain IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'phone' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.phone_tail = a_phone AND e.phone_tail IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'address' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.place = a_place AND e.place IS NOT NULL AND e.kind = k LIMIT most) f WHERE f.id <> asked_id
  UNION ALL
  SELECT f.id, 'name' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.name_key = a_name AND e.name_key <> '' AND e.kind = k LIMIT most) f WHERE f.id <> asked_id AND k <> 'contact'
  UNION ALL
  SELECT f.id, 'person' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE e.person_key = a_person AND e.person_key <> '' AND e.kind = k LIMIT most) f WHERE f.id <> asked_id AND 'contact' = ANY (kinds)
  UNION ALL
  SELECT f.id, 'word' FROM kind, LATERAL (SELECT e.id FROM sales.match_entry e WHERE split_part(e.name_key, ' ', 1) = split_part(a_name, ' ', 1) AND e.name_key <> '' AND e.kind <> 'contact' AND e.kind = k LIMIT most) f
    WHERE f.id <> asked_id AND k <> 'contact' AND length(split_part(a_name, ' ', 1)) > 3
  UNION ALL
  (SELECT f.id, 'alike' FROM (
      SELECT e.id, e.name_key FROM sales.match_entry e
      WHERE e.name_key % a_name AND e.kind <> 'contact' AND e.name_key <> '' AND e.kind = ANY (kinds) LIMIT 400
    ) f WHERE f.id <> asked_id AND length(a_name) > 2 ORDER BY similarity(f.name_key, a_name) DESC LIMIT 2 * most)
$$;

-- ---------- What is due ----------
-- A statement that brings or changes what is compared says so here; the worker does the rest. It must not matter who wrote the record.

CREATE FUNCTION sales.note_new_match() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.match_due (kind, record_id) SELECT TG_ARGV[0]::sales.match_kind, id FROM rows_after;
  RETURN NULL;
END $$;

CREATE FUNCTION sales.note_changed_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.match_due (kind, record_id)
  SELECT 'lead', a.id FROM rows_after a JOIN rows_before b USING (id)
  WHERE (a.company_name, a.first_name, a.last_name, a.email, a.phone, a.website, a.tax_id, a.country, a.street, a.postal_code, a.state)
    IS DISTINCT FROM (b.company_name, b.first_name, b.last_name, b.email, b.phone, b.website, b.tax_id, b.country, b.street, b.postal_code, b.state);
  RETURN NULL;
END $$;

CREATE FUNCTION sales.note_changed_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH changed AS (
    SELECT a.id FROM rows_after a JOIN rows_before b USING (id)
    WHERE (a.name, a.email, a.phone, a.website, a.domain, a.tax_id, a.country, a.street, a.postal_code)
      IS DISTINCT FROM (b.name, b.email, b.phone, b.website, b.domain, b.tax_id, b.country, b.street, b.postal_code)
  )
  INSERT INTO sales.match_due (kind, record_id)
  SELECT 'account'::sales.match_kind, id FROM changed UNION ALL SELECT 'contact', c.id FROM changed JOIN sales.contact c ON c.account_id = changed.id;
  RETURN NULL;
END $$;

CREATE FUNCTION sales.note_changed_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sales.match_due (kind, record_id)
  SELECT 'contact', a.id FROM rows_after a JOIN rows_before b USING (id)
  WHERE (a.first_name, a.last_name, a.email, a.phone, a.account_id) IS DISTINCT FROM (b.first_name, b.last_name, b.email, b.phone, b.account_id);
  RETURN NULL;
END $$;

CREATE FUNCTION sales.forget_matches() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM sales.match_entry e USING rows_before b WHERE e.id = b.id;
  RETURN NULL;
END $$;

CREATE TRIGGER lead_comes_to_match AFTER INSERT ON sales.lead REFERENCING NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_new_match('lead');
CREATE TRIGGER account_comes_to_match AFTER INSERT ON sales.account REFERENCING NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_new_match('account');
CREATE TRIGGER contact_comes_to_match AFTER INSERT ON sales.contact REFERENCING NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_new_match('contact');
CREATE TRIGGER lead_changes_match AFTER UPDATE ON sales.lead REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_changed_lead();
CREATE TRIGGER account_changes_match AFTER UPDATE ON sales.account REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_changed_account();
CREATE TRIGGER contact_changes_match AFTER UPDATE ON sales.contact REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION sales.note_changed_contact();
CREATE TRIGGER lead_goes_from_match AFTER DELETE ON sales.lead REFERENCING OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION sales.forget_matches();
CREATE TRIGGER account_goes_from_match AFTER DELETE ON sales.account REFERENCING OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION sales.forget_matches();
CREATE TRIGGER contact_goes_from_match AFTER DELETE ON sales.contact REFERENCING OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION sales.forget_matches();

-- Whether a lead may be there twice, for lists and rules that ask. Two who take pairs away at once wait for each other at the lead, and the later one sees what is left.
CREATE FUNCTION sales.mark_duplicates() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[];
BEGIN
  SELECT array_agg(DISTINCT id) INTO touched FROM (
    SELECT first_id AS id FROM rows_changed WHERE first_kind = 'lead' UNION ALL SELECT second_id FROM rows_changed WHERE second_kind = 'lead'
  ) sides;
  IF touched IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM sales.lead WHERE id = ANY (touched) ORDER BY id FOR NO KEY UPDATE;
  UPDATE sales.lead l SET has_duplicates = NOT has_duplicates
  WHERE l.id = ANY (touched) AND l.has_duplicates <> (
    EXISTS (SELECT 1 FROM sales.match_pair p WHERE p.first_id = l.id) OR EXISTS (SELECT 1 FROM sales.match_pair p WHERE p.second_id = l.id));
  RETURN NULL;
END $$;

CREATE TRIGGER match_pair_comes AFTER INSERT ON sales.match_pair REFERENCING NEW TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.mark_duplicates();
CREATE TRIGGER match_pair_goes AFTER DELETE ON sales.match_pair REFERENCING OLD TABLE AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION sales.mark_duplicates();

-- Everything that is there already is compared by the worker, in steps.
INSERT INTO sales.match_sweep (id, rules_version, step) VALUES (1, 1, 'keys:account');
