import type { Refusal } from "@/lib/platform/errors"
import { refusalByRole, type Worker } from "../worker"

/** Why somebody may not change rules; null for those who may. */
export const refusalToEditRules = (worker: Worker): Refusal | null => refusalByRole(worker, "rules:edit", "change rules")
