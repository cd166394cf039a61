-- What the health page knows: which workers live, and what each check found last.

-- CreateTable
CREATE TABLE "platform"."worker_beat" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_beat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."house_check" (
    "key" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "asked_by" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "took_ms" INTEGER,
    "found" INTEGER NOT NULL DEFAULT 0,
    "broken" JSONB NOT NULL DEFAULT '[]',
    "told" TEXT,
    "error" TEXT,

    CONSTRAINT "house_check_pkey" PRIMARY KEY ("key")
);

-- Serves the health page: letters that failed, newest first.
CREATE INDEX mail_failed ON platform.mail (created_at DESC, id DESC) WHERE state = 'failed';
-- Serves the health page: what dual-write has queued, and what could not be applied.
CREATE INDEX dual_write_open ON platform.dual_write (state, seq) WHERE state IN ('queued', 'failed');
-- Serves the health page: facts whose reactions kept failing.
CREATE INDEX fact_parked ON platform.fact (parked_at) WHERE parked_at IS NOT NULL;
