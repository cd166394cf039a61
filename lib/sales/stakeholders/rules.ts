import type { Refusal } from "@/lib/platform/errors"
import type { StakeholderRole } from "@/prisma/generated/enums"
import { refusalByRole, type Worker } from "../worker"

export type { StakeholderRole }

export const stakeholderRoles = {
  decision_maker: "Decision maker",
  economic_buyer: "Economic buyer",
  technical_buyer: "Technical buyer",
  champion: "Champion",
  influencer: "Influencer",
  end_user: "End user",
  blocker: "Blocker",
  other: "Other",
} as const satisfies Record<StakeholderRole, string>

/** Whoever works in Sales keeps the list, also on closed records: people are known before and after a decision. */
export const refusalToEditStakeholders = (worker: Worker): Refusal | null => refusalByRole(worker, "stakeholder:edit", "edit stakeholders")
