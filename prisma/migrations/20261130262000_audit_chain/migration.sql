-- The audit as a chain: each row has a place in it, the hash of what it says, and a hash that covers the one before.

-- CreateTable
CREATE TABLE "platform"."audit_due" (
    "id" BIGSERIAL NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "audit_due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."audit_seal" (
    "seq" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "platform"."audit_block" (
    "number" INTEGER NOT NULL,
    "first_seq" BIGINT NOT NULL,
    "last_seq" BIGINT NOT NULL,
    "last_hash" BYTEA NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_block_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "platform"."audit_seal"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_block_last_seq_key" ON "platform"."audit_block"("last_seq");

ALTER TABLE platform.audit_seal
  ADD CONSTRAINT audit_seal_hashes_are_sha256 CHECK (octet_length(content_hash) = 32 AND octet_length(hash) = 32);

ALTER TABLE platform.audit_block
  ADD CONSTRAINT audit_block_has_rows CHECK (first_seq <= last_seq);

CREATE TRIGGER audit_seal_stays BEFORE UPDATE OR DELETE ON platform.audit_seal FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER audit_seal_is_not_emptied BEFORE TRUNCATE ON platform.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER audit_block_stays BEFORE UPDATE OR DELETE ON platform.audit_block FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER audit_block_is_not_emptied BEFORE TRUNCATE ON platform.audit_block FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- ---------- What waits for its seal ----------
-- Appended by whoever writes to the audit, so that commands never wait for each other; taken away as it is sealed.

CREATE FUNCTION platform.note_audit_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO platform.audit_due (entry_id) SELECT id FROM added ORDER BY id;
  RETURN NULL;
END $$;

CREATE TRIGGER audit_entry_waits_for_seal AFTER INSERT ON platform.audit_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION platform.note_audit_due();

INSERT INTO platform.audit_due (entry_id) SELECT id FROM platform.audit_entry ORDER BY at, id;

-- ---------- What is hashed ----------
-- Each value as its length in bytes, a colon, itself and a comma; "-," for none. docs/audit.md says it for those who verify from outside.

CREATE FUNCTION platform.sealed_value(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value IS NULL THEN '-,' ELSE octet_length(value) || ':' || value || ',' END
$$;

CREATE FUNCTION platform.sealed_time(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

CREATE FUNCTION platform.sealed_content(entry platform.audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat(
    platform.sealed_value(entry.id::text), platform.sealed_value(platform.sealed_time(entry.at)), platform.sealed_value(entry.move),
    platform.sealed_value(entry.actor_id::text), platform.sealed_value(entry.actor_name), platform.sealed_value(entry.actor_role),
    platform.sealed_value(entry.record_kind), platform.sealed_value(entry.record_id::text), platform.sealed_value(entry.record_label),
    platform.sealed_value(entry."from"), platform.sealed_value(entry."to"), platform.sealed_value(entry.reason),
    platform.sealed_value(array_to_string(entry.record_ids, ' ')), platform.sealed_value(entry.decision_id::text),
    (SELECT string_agg(concat(
      platform.sealed_value(c.id::text), platform.sealed_value(platform.sealed_time(c.at)), platform.sealed_value(c.actor_id::text),
      platform.sealed_value(c.actor_name), platform.sealed_value(c.record_kind), platform.sealed_value(c.record_id::text),
      platform.sealed_value(c.field), platform.sealed_value(c."from"), platform.sealed_value(c."to")), '' ORDER BY c.id)
     FROM platform.field_change c WHERE c.audit_id = entry.id))
$$;

-- The first value is where the chain stands; each further one is hashed together with what came out before it.
CREATE FUNCTION platform.chain_link(state bytea, next bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN state IS NULL THEN next ELSE sha256(state || next) END
$$;

CREATE AGGREGATE platform.chain(bytea) (SFUNC = platform.chain_link, STYPE = bytea);

-- Seals the rows that wait longest, one sealer at a time: whatever is committed is seen, in whichever order it came, and follows what is sealed.
-- No row where nothing waits or another one is sealing. What waits and is not there is left waiting, as a sign that somebody took it away.
CREATE FUNCTION platform.seal_audit(most integer) RETURNS TABLE (first_seq bigint, last_seq bigint, last_hash bytea) LANGUAGE plpgsql AS $$
DECLARE
  head_seq bigint;
  head_hash bytea;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('platform.audit_seal', 0)) THEN
    RETURN;
  END IF;
  SELECT s.seq, s.hash INTO head_seq, head_hash FROM platform.audit_seal s ORDER BY s.seq DESC LIMIT 1;
  RETURN QUERY
  WITH taken AS (
    DELETE FROM platform.audit_due d
    WHERE d.id IN (SELECT w.id FROM platform.audit_due w JOIN platform.audit_entry e ON e.id = w.entry_id ORDER BY w.id LIMIT most)
    RETURNING d.id, d.entry_id
  ), fresh AS (
    SELECT e.id AS entry_id, row_number() OVER (ORDER BY t.place) AS n, sha256(convert_to(platform.sealed_content(e), 'UTF8')) AS content_hash
    FROM (SELECT taken.entry_id, min(taken.id) AS place FROM taken GROUP BY 1) t JOIN platform.audit_entry e ON e.id = t.entry_id
    WHERE NOT EXISTS (SELECT 1 FROM platform.audit_seal s WHERE s.entry_id = e.id)
  ), linked AS (
    SELECT l.n, l.entry_id, l.content_hash, platform.chain(l.content_hash) OVER (ORDER BY l.n) AS hash
    FROM (
      SELECT 0::bigint AS n, NULL::uuid AS entry_id, coalesce(head_hash, decode(repeat('00', 32), 'hex')) AS content_hash
      UNION ALL SELECT fresh.n, fresh.entry_id, fresh.content_hash FROM fresh
    ) l
  ), sealed AS (
    INSERT INTO platform.audit_seal (seq, entry_id, content_hash, hash)
    SELECT coalesce(head_seq, 0) + linked.n, linked.entry_id, linked.content_hash, linked.hash FROM linked WHERE linked.n > 0
    RETURNING audit_seal.seq, audit_seal.hash
  )
  SELECT min(sealed.seq), max(sealed.seq), (array_agg(sealed.hash ORDER BY sealed.seq DESC))[1] FROM sealed HAVING count(*) > 0;
END $$;

-- ---------- The page of the audit ----------

-- Serves the moves of one person, newest first. What applicants do has no id, and costs a submission nothing.
CREATE INDEX audit_of_person ON platform.audit_entry (actor_id, at DESC, id DESC) WHERE actor_id IS NOT NULL;
-- Serves one kind of move, newest first. Submissions are so many that they are found along the order.
CREATE INDEX audit_of_move ON platform.audit_entry (move, at DESC, id DESC) WHERE move <> 'request.submit';
-- Serves the fields that a move changed.
CREATE INDEX field_change_of_move ON platform.field_change (audit_id);
