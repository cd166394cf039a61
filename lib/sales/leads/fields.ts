import { type Fields, wordsOf } from "@/lib/platform/fields"
import { languages } from "@/lib/platform/languages"
import { budgets, needs, processes, ratings, sources, timeframes } from "../choices"
import { grades } from "../scoring/grades"
import { timerStateWords } from "../timers/timer-words"
import { leadStatusReasons } from "./rules"

/** Every field of a lead, in the order of the column chooser. */
export const leadFields = {
  company: { label: "Company", kind: "text", names: "account", sort: "company" },
  contact: { label: "Contact", kind: "text", names: "contact", width: 182, sort: "contact", phone: "second" },
  country: { label: "Country/region", kind: "country", width: 142, sort: "country" },
  status: { label: "Status", kind: "status", words: wordsOf(leadStatusReasons), width: 178, sort: "status", phone: "end" },
  rating: { label: "Rating", kind: "rating", words: ratings, width: 96, sort: "rating", hideBelow: "m" },
  score: { label: "Score", kind: "score", width: 88, sort: "score" },
  grade: { label: "Grade", kind: "choice", words: grades, width: 84, hideBelow: "m" },
  owner: { label: "Owner", kind: "person", width: 150, sort: "owner" },
  waiting: { label: "Waiting", kind: "age", width: 92, sort: "created" },
  responseDue: { label: "First response due", kind: "timer", width: 176, sort: "response", hideBelow: "m" },
  decisionDue: { label: "Decision due", kind: "timer", width: 176, sort: "decision", phone: "top" },
  responseState: { label: "First response", kind: "choice", words: timerStateWords, width: 130 },
  decisionState: { label: "Decision", kind: "choice", words: timerStateWords, width: 120 },
  asked: { label: "Waits for an answer", kind: "time", width: 150 },
  escalated: { label: "Escalated", kind: "time", width: 120 },
  prospect: { label: "Prospect", kind: "text", width: 120, isQuiet: true, hideBelow: "m" },
  topic: { label: "Topic", kind: "text", width: 220 },
  email: { label: "Email", kind: "email", width: 220 },
  phone: { label: "Phone", kind: "phone", width: 150 },
  language: { label: "Language", kind: "choice", words: languages, width: 116 },
  jobTitle: { label: "Job title", kind: "text", width: 150 },
  source: { label: "Source", kind: "choice", words: sources, width: 140, sort: "source" },
  channel: { label: "Channel", kind: "channel", width: 150 },
  value: { label: "Est. value", kind: "money", width: 124, sort: "value" },
  closeDate: { label: "Est. close", kind: "day", width: 112 },
  created: { label: "Created", kind: "time", width: 124, sort: "created" },
  closed: { label: "Closed", kind: "time", width: 124, sort: "closed" },
  closeComment: { label: "Close comment", kind: "long-text", width: 260 },
  website: { label: "Website", kind: "url", width: 180 },
  taxId: { label: "Tax ID", kind: "text", width: 140 },
  street: { label: "Street", kind: "text", width: 180 },
  street2: { label: "Street 2", kind: "text", width: 140 },
  city: { label: "City", kind: "text", width: 140 },
  stateProvince: { label: "State/province", kind: "text", width: 140 },
  postalCode: { label: "ZIP/postal code", kind: "text", width: 120 },
  industry: { label: "Industry", kind: "text", width: 140 },
  budget: { label: "Budget", kind: "choice", words: budgets, width: 160 },
  budgetAmount: { label: "Budget amount", kind: "money", width: 130 },
  need: { label: "Need", kind: "choice", words: needs, width: 120 },
  timeframe: { label: "Timeframe", kind: "choice", words: timeframes, width: 120 },
  process: { label: "Purchase process", kind: "choice", words: processes, width: 130 },
  decisionMaker: { label: "Decision maker", kind: "yes-no", width: 116 },
  duplicates: { label: "Possible duplicates", kind: "yes-no", width: 150 },
  confirmed: { label: "Email verified", kind: "time", width: 124 },
  comments: { label: "Comments", kind: "long-text", width: 260 },
} as const satisfies Fields

export type LeadField = keyof typeof leadFields
