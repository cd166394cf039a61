-- CreateTable
CREATE TABLE "sales"."last_look" (
    "person_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "before_at" TIMESTAMPTZ(3),

    CONSTRAINT "last_look_pkey" PRIMARY KEY ("person_id")
);
