import type { Offender } from "@/lib/sync/invariants"

/** What a check found: how many records break it, to a hundred, the first of them, and what else there is to say. */
export type Finding = { found: number; broken: Offender[]; told: string | null }
