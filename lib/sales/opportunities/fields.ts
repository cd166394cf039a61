import { type Fields, wordsOf } from "@/lib/platform/fields"
import { budgets, needs, processes, ratings, timeframes } from "../choices"
import { opportunityStatusReasons, stages } from "./rules"

/** Every field of an opportunity, in the order of the column chooser. */
export const opportunityFields = {
  topic: { label: "Topic", kind: "text", sort: "topic" },
  account: { label: "Account", kind: "text", names: "account", width: 220, phone: "second" },
  status: { label: "Status", kind: "status", words: wordsOf(opportunityStatusReasons), width: 128, sort: "status", phone: "end" },
  stage: { label: "Stage", kind: "choice", words: wordsOf(stages), width: 92, sort: "stage", hideBelow: "m" },
  inStage: { label: "In stage", kind: "age", width: 92, sort: "inStage" },
  revenue: { label: "Est. revenue", kind: "money", width: 124, sort: "revenue", phone: "top" },
  closeDate: { label: "Est. close", kind: "day", width: 112, sort: "close", hideBelow: "m" },
  owner: { label: "Owner", kind: "person", width: 156, sort: "owner" },
  created: { label: "Created", kind: "time", width: 124, sort: "created", hideBelow: "m" },
  contact: { label: "Contact", kind: "text", names: "contact", width: 182 },
  probability: { label: "Probability", kind: "percent", width: 104, sort: "probability" },
  rating: { label: "Rating", kind: "rating", words: ratings, width: 96 },
  need: { label: "Need", kind: "choice", words: needs, width: 120 },
  timeframe: { label: "Timeframe", kind: "choice", words: timeframes, width: 120 },
  budget: { label: "Budget", kind: "choice", words: budgets, width: 160 },
  budgetAmount: { label: "Budget amount", kind: "money", width: 130 },
  process: { label: "Purchase process", kind: "choice", words: processes, width: 130 },
  currentSituation: { label: "Current situation", kind: "long-text", width: 260 },
  customerNeed: { label: "Customer need", kind: "long-text", width: 260 },
  proposedSolution: { label: "Proposed solution", kind: "long-text", width: 260 },
  requested: { label: "Requested", kind: "time", width: 124 },
  closed: { label: "Closed", kind: "time", width: 124, sort: "closed" },
  prospect: { label: "Prospect", kind: "text", width: 120, isQuiet: true },
} as const satisfies Fields

export type OpportunityField = keyof typeof opportunityFields
