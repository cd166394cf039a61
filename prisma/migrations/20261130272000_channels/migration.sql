-- CreateTable
CREATE TABLE "commerce"."channel" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "store_url" TEXT,
    "languages" TEXT[] DEFAULT ARRAY['en']::TEXT[],
    "default_language" TEXT NOT NULL DEFAULT 'en',
    "form_slug" TEXT NOT NULL,
    "intro" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "channel_code_key" ON "commerce"."channel"("code");

-- CreateIndex
CREATE UNIQUE INDEX "channel_form_slug_key" ON "commerce"."channel"("form_slug");

ALTER TABLE commerce.channel ADD CONSTRAINT channel_code_is_plain CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 40);
ALTER TABLE commerce.channel ADD CONSTRAINT channel_slug_is_plain CHECK (form_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(form_slug) <= 40);
ALTER TABLE commerce.channel ADD CONSTRAINT channel_writes_its_default CHECK (languages IS NOT NULL AND default_language = ANY (languages));
ALTER TABLE commerce.channel ADD CONSTRAINT channel_default_is_open CHECK (NOT is_default OR archived_at IS NULL);

-- One channel is the default; that there is one at all is what the commands see to. No two bear one name.
CREATE UNIQUE INDEX channel_default ON commerce.channel (is_default) WHERE is_default;
CREATE UNIQUE INDEX channel_name ON commerce.channel (lower(name));

-- Until somebody edits it, the worker calls it by STORE_NAME.
INSERT INTO commerce.channel (id, code, name, languages, form_slug, is_default, created_at) VALUES
  (gen_random_uuid(), 'default', 'Gangway', '{en,de,es,fr,it,nl,pl,pt,sv}', 'main', true, now());

ALTER TABLE "commerce"."prospect" ADD CONSTRAINT "prospect_channel_fkey" FOREIGN KEY ("channel") REFERENCES "commerce"."channel"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Serve the filters of prospects and leads by channel, and their groups.
CREATE INDEX prospect_in_channel_newest ON commerce.prospect (channel, submitted_at DESC, id DESC);

-- AlterTable
ALTER TABLE "sales"."lead" ADD COLUMN "channel" TEXT,
ADD COLUMN "channel_name" TEXT;
CREATE INDEX lead_in_channel_newest ON sales.lead (channel, created_at DESC, id DESC);
