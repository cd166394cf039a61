-- AlterTable
ALTER TABLE "platform"."mail" ADD COLUMN "released_at" TIMESTAMPTZ(3),
ADD COLUMN "resent_of_id" UUID;

-- CreateTable
CREATE TABLE "platform"."mail_words" (
    "mail_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "profile_id" UUID NOT NULL,
    "text_id" UUID,
    "version" INTEGER,
    "from_name" TEXT NOT NULL,
    "from_address" TEXT NOT NULL,
    "reply_to" TEXT,
    "is_given" BOOLEAN NOT NULL DEFAULT false,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_words_pkey" PRIMARY KEY ("mail_id")
);

-- CreateTable
CREATE TABLE "platform"."letter_profile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "sender_name" TEXT,
    "sender_address" TEXT,
    "reply_to" TEXT,
    "default_language" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "letter_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."letter_setting" (
    "profile_id" UUID NOT NULL,
    "letter" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "is_held" BOOLEAN NOT NULL,

    CONSTRAINT "letter_setting_pkey" PRIMARY KEY ("profile_id","letter")
);

-- CreateTable
CREATE TABLE "platform"."letter_text" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "letter" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "draft_subject" TEXT,
    "draft_body" TEXT,
    "draft_version" INTEGER NOT NULL DEFAULT 0,
    "drafted_at" TIMESTAMPTZ(3),
    "drafted_by" TEXT,
    "published" INTEGER,

    CONSTRAINT "letter_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."letter_version" (
    "text_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "restored" INTEGER,

    CONSTRAINT "letter_version_pkey" PRIMARY KEY ("text_id","number")
);

-- CreateTable
CREATE TABLE "platform"."blocked_address" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "mail_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" TEXT,

    CONSTRAINT "blocked_address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "letter_text_profile_id_letter_language_key" ON "platform"."letter_text"("profile_id", "letter", "language");

-- AddForeignKey
ALTER TABLE "platform"."mail_words" ADD CONSTRAINT "mail_words_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "platform"."mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."letter_setting" ADD CONSTRAINT "letter_setting_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "platform"."letter_profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."letter_text" ADD CONSTRAINT "letter_text_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "platform"."letter_profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform"."letter_version" ADD CONSTRAINT "letter_version_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "platform"."letter_text"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE platform.letter_profile
  ADD CONSTRAINT letter_profile_name CHECK (length(trim(name)) BETWEEN 1 AND 60),
  ADD CONSTRAINT letter_profile_one_line CHECK (concat(name, sender_name, sender_address, reply_to) !~ '[\r\n]'),
  ADD CONSTRAINT letter_profile_language CHECK (default_language ~ '^[a-z]{2}$');
CREATE UNIQUE INDEX letter_profile_one_name ON platform.letter_profile (lower(name));
-- One profile stands in for all others.
CREATE UNIQUE INDEX letter_profile_one_default ON platform.letter_profile (is_default) WHERE is_default;

ALTER TABLE platform.letter_text
  ADD CONSTRAINT letter_text_language CHECK (language ~ '^[a-z]{2}$'),
  ADD CONSTRAINT letter_text_draft CHECK ((draft_subject IS NULL) = (draft_body IS NULL)),
  ADD CONSTRAINT letter_text_published CHECK (published IS NULL OR published > 0);
ALTER TABLE platform.letter_version
  ADD CONSTRAINT letter_version_number CHECK (number > 0),
  ADD CONSTRAINT letter_version_subject CHECK (subject !~ '[\r\n]' AND length(subject) > 0);
-- Mails name the version by which they were written, so a version never changes.
CREATE TRIGGER letter_version_stays BEFORE UPDATE OR DELETE ON platform.letter_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

ALTER TABLE platform.mail_words
  ADD CONSTRAINT mail_words_values CHECK (jsonb_typeof("values") = 'object');

ALTER TABLE platform.blocked_address
  ADD CONSTRAINT blocked_address_lower CHECK (address = lower(address)),
  ADD CONSTRAINT blocked_address_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL));
-- An address is blocked once; serves the sender, who asks it before each mail.
CREATE UNIQUE INDEX blocked_address_now ON platform.blocked_address (address) WHERE lifted_at IS NULL;
-- Serves the list of addresses, newest first.
CREATE INDEX blocked_address_newest ON platform.blocked_address (at DESC, id DESC);

-- Serves the log, narrowed to one letter. Nearly every mail of a large house is a receipt; those the order itself finds soon enough.
CREATE INDEX mail_of_letter ON platform.mail (letter, created_at DESC, id DESC) WHERE letter <> 'request-received';
-- Serves a mail's page: what was sent again of it.
CREATE INDEX mail_resent ON platform.mail (resent_of_id) WHERE resent_of_id IS NOT NULL;

INSERT INTO platform.letter_profile (id, name, is_default, created_at)
VALUES ('0193a1b0-0000-7000-8000-000000025001', 'Standard', true, now());

-- By which profile a mail is written that is about these records. The one place that knows.
CREATE FUNCTION platform.letter_profile_of(about jsonb) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT id FROM platform.letter_profile WHERE is_default
$$;
