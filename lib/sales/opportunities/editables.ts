import type { Editables } from "@/lib/platform/editable"
import { budgets, processes } from "../choices"
import { opportunityFields as fields } from "./fields"

/** What people edit on an opportunity, by the keys of its fields. */
export const opportunityEditables = {
  topic: { ...fields.topic, column: "topic", isRequired: true, longest: 300 },
  revenue: { ...fields.revenue, column: "estimatedRevenue" },
  probability: { ...fields.probability, column: "probability" },
  closeDate: { ...fields.closeDate, column: "estimatedCloseDate" },
  rating: { ...fields.rating, column: "rating", isRequired: true },
  timeframe: { ...fields.timeframe, column: "purchaseTimeframe" },
  budget: { label: "Budget", kind: "choice", words: budgets, column: "budget" },
  budgetAmount: { label: "Budget amount", kind: "money", column: "budgetAmount" },
  need: { ...fields.need, column: "need" },
  process: { label: "Purchase process", kind: "choice", words: processes, column: "purchaseProcess" },
  currentSituation: { label: "Current situation", kind: "long-text", column: "currentSituation", longest: 2000 },
  customerNeed: { label: "Customer need", kind: "long-text", column: "customerNeed", longest: 2000 },
  proposedSolution: { label: "Proposed solution", kind: "long-text", column: "proposedSolution", longest: 2000 },
} as const satisfies Editables
