import type { Editables } from "@/lib/platform/editable"
import { opportunityFields as fields } from "./fields"

/** What people edit on an opportunity, by the keys of its fields. */
export const opportunityEditables = {
  topic: { ...fields.topic, column: "topic", isRequired: true, longest: 300 },
  revenue: { ...fields.revenue, column: "estimatedRevenue" },
  probability: { ...fields.probability, column: "probability" },
  closeDate: { ...fields.closeDate, column: "estimatedCloseDate" },
  rating: { ...fields.rating, column: "rating", isRequired: true },
  timeframe: { ...fields.timeframe, column: "purchaseTimeframe" },
  budget: { ...fields.budget, column: "budget" },
  budgetAmount: { ...fields.budgetAmount, column: "budgetAmount" },
  need: { ...fields.need, column: "need" },
  process: { ...fields.process, column: "purchaseProcess" },
  currentSituation: { ...fields.currentSituation, column: "currentSituation", longest: 2000 },
  customerNeed: { ...fields.customerNeed, column: "customerNeed", longest: 2000 },
  proposedSolution: { ...fields.proposedSolution, column: "proposedSolution", longest: 2000 },
} as const satisfies Editables
