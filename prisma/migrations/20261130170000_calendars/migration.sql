-- CreateTable
CREATE TABLE "sales"."business_calendar" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "holidays" JSONB NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "business_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."staff_hours" (
    "person_id" UUID NOT NULL,
    "calendar_id" UUID,
    "capacity" INTEGER,

    CONSTRAINT "staff_hours_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "sales"."absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "business_calendar_name_key" ON "sales"."business_calendar"("name");

-- CreateIndex
CREATE INDEX "staff_hours_calendar_id_idx" ON "sales"."staff_hours"("calendar_id");

-- CreateIndex
CREATE INDEX "absence_person_id_to_day_idx" ON "sales"."absence"("person_id", "to_day");

-- AddForeignKey
ALTER TABLE "sales"."staff_hours" ADD CONSTRAINT "staff_hours_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "sales"."business_calendar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One calendar is the default. That there is one at all is what the commands see to: the default cannot be removed.
CREATE UNIQUE INDEX business_calendar_default ON sales.business_calendar (is_default) WHERE is_default;

ALTER TABLE sales.absence ADD CONSTRAINT absence_runs_forward CHECK (from_day <= to_day);
ALTER TABLE sales.staff_hours ADD CONSTRAINT staff_capacity_is_a_number CHECK (capacity BETWEEN 0 AND 100000);

INSERT INTO sales.business_calendar (id, name, time_zone, week, holidays, is_default, created_at) VALUES
  (gen_random_uuid(), 'Standard hours', 'UTC', '[[1, 540, 1020], [2, 540, 1020], [3, 540, 1020], [4, 540, 1020], [5, 540, 1020]]', '[]', true, now());
