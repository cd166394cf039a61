-- CreateTable
CREATE TABLE "commerce"."prospect_message" (
    "id" UUID NOT NULL,
    "prospect_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" UUID[] DEFAULT ARRAY[]::UUID[],
    "edited_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "prospect_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."thread_read" (
    "prospect_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_read_pkey" PRIMARY KEY ("prospect_id","person_id")
);

-- CreateIndex
CREATE INDEX "prospect_message_prospect_id_at_id_idx" ON "commerce"."prospect_message"("prospect_id", "at", "id");

-- AddForeignKey
ALTER TABLE "commerce"."prospect_message" ADD CONSTRAINT "prospect_message_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "commerce"."prospect"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."thread_read" ADD CONSTRAINT "thread_read_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "commerce"."prospect"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE commerce.prospect_message ADD CONSTRAINT prospect_message_says_something CHECK (text <> '');
