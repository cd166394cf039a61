import type { Permission } from "@/lib/identity/permissions"
import type { Refusal } from "@/lib/platform/errors"
import { refusalByRole, type Worker } from "../worker"

/** Why somebody may not change rules; null for those who may. */
export const refusalToEditRules = (worker: Worker, permission: Permission): Refusal | null =>
  refusalByRole(worker, permission, "change rules")
