-- Numbers have a format of segments, its versions, and may be continuous.

-- AlterTable
ALTER TABLE "platform"."number_sequence"
  ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "name" TEXT,
  ADD COLUMN "source" TEXT,
  ADD COLUMN "label_column" TEXT,
  ADD COLUMN "format" TEXT,
  ADD COLUMN "is_continuous" BOOLEAN NOT NULL DEFAULT false;

UPDATE platform.number_sequence SET format = prefix || '{number}', source = 'commerce.' || kind,
  name = CASE kind WHEN 'prospect' THEN 'Prospects' WHEN 'customer' THEN 'Customers' ELSE 'Customer hierarchies' END,
  label_column = CASE kind WHEN 'prospect' THEN 'company_name' ELSE 'name' END;

ALTER TABLE "platform"."number_sequence"
  DROP COLUMN "prefix",
  ALTER COLUMN "name" SET NOT NULL,
  ALTER COLUMN "source" SET NOT NULL,
  ALTER COLUMN "label_column" SET NOT NULL,
  ALTER COLUMN "format" SET NOT NULL;

-- CreateTable
CREATE TABLE "platform"."number_counter" (
    "kind" TEXT NOT NULL,
    "next" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "number_counter_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "platform"."number_sequence_version" (
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "digits" INTEGER NOT NULL,
    "is_continuous" BOOLEAN NOT NULL,
    "next" BIGINT NOT NULL,
    "reached" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,

    CONSTRAINT "number_sequence_version_pkey" PRIMARY KEY ("kind", "number")
);

-- CreateIndex
CREATE UNIQUE INDEX "number_sequence_id_key" ON "platform"."number_sequence"("id");

-- AddForeignKey
ALTER TABLE "platform"."number_counter" ADD CONSTRAINT "number_counter_kind_fkey" FOREIGN KEY ("kind") REFERENCES "platform"."number_sequence"("kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."number_sequence_version" ADD CONSTRAINT "number_sequence_version_kind_fkey" FOREIGN KEY ("kind") REFERENCES "platform"."number_sequence"("kind") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE platform.number_sequence
  ADD CONSTRAINT number_sequence_counts CHECK (format LIKE '%{number}%'),
  ADD CONSTRAINT number_sequence_digits_fit CHECK (digits BETWEEN 3 AND 12);
ALTER TABLE platform.number_counter
  ADD CONSTRAINT number_counter_counts_up CHECK (next > 0);

CREATE TRIGGER number_sequence_version_stays BEFORE UPDATE OR DELETE ON platform.number_sequence_version
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER number_sequence_version_is_not_emptied BEFORE TRUNCATE ON platform.number_sequence_version
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

INSERT INTO platform.number_counter (kind) SELECT kind FROM platform.number_sequence;
INSERT INTO platform.number_sequence_version (kind, number, format, digits, is_continuous, next, reached, at, actor_name)
  SELECT kind, version, format, digits, false, 1, 1, now(), 'Gangway' FROM platform.number_sequence;

-- ---------- How a number is written ----------

-- Luhn: tells a wrong digit, and two that changed places.
CREATE FUNCTION platform.check_digit(digits text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ((10 - sum(CASE WHEN place % 2 = 1 THEN d * 2 / 10 + d * 2 % 10 ELSE d END) % 10) % 10)::text
  FROM (SELECT substr(reverse(digits), place, 1)::int AS d, place FROM generate_series(1, length(digits)) AS place) AS each
$$;

CREATE FUNCTION platform.written_number(form platform.number_sequence, count bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  counted text := lpad(count::text, greatest(form.digits, length(count::text)), '0');
  written text := replace(form.format, '{number}', counted);
BEGIN
  IF strpos(written, '{') > 0 THEN
    written := replace(written, '{year}', to_char(now() AT TIME ZONE 'UTC', 'YYYY'));
    written := replace(written, '{month}', to_char(now() AT TIME ZONE 'UTC', 'MM'));
    written := replace(written, '{check}', platform.check_digit(counted));
  END IF;
  RETURN written;
END $$;

-- ---------- How a number is taken ----------
-- Not continuous: a database sequence counts, nobody waits for anybody, and what is rolled back leaves a gap.
-- Continuous: a row counts, within the transaction that uses the number; whoever takes the next one waits until that transaction ends, and a
-- rollback gives the number back.

CREATE OR REPLACE FUNCTION platform.next_number(kind_of text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  form platform.number_sequence%ROWTYPE;
  counted bigint;
BEGIN
  SELECT * INTO STRICT form FROM platform.number_sequence WHERE kind = kind_of;
  IF form.is_continuous THEN
    UPDATE platform.number_counter SET next = next + 1 WHERE kind = kind_of RETURNING next - 1 INTO STRICT counted;
  ELSE
    counted := nextval(format('platform.%I', kind_of || '_number')::regclass);
  END IF;
  RETURN platform.written_number(form, counted);
END $$;

-- For a statement that is a transaction of its own: null where the number has to be taken together with what it is for.
CREATE FUNCTION platform.next_loose_number(kind_of text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF (SELECT is_continuous FROM platform.number_sequence WHERE kind = kind_of) THEN
    RETURN NULL;
  END IF;
  RETURN platform.next_number(kind_of);
END $$;

-- Registers another kind of numbered record, whose table has the columns id and number: one line in a migration.
CREATE FUNCTION platform.add_number_sequence(kind_of text, name_of text, source_of text, label_of text, format_of text, digits_of integer)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE platform.%I', kind_of || '_number');
  INSERT INTO platform.number_sequence (kind, name, source, label_column, format, digits) VALUES (kind_of, name_of, source_of, label_of, format_of, digits_of);
  INSERT INTO platform.number_counter (kind) VALUES (kind_of);
  INSERT INTO platform.number_sequence_version (kind, number, format, digits, is_continuous, next, reached, at, actor_name)
    VALUES (kind_of, 1, format_of, digits_of, false, 1, 1, now(), 'Gangway');
END $$;
