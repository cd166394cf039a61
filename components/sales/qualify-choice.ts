import type { Verdict } from "@/lib/sales/matching/matching-rules"
import type { LeadWorkView } from "./lead-work"

export type Made = "create" | "existing"

/** What a seller has chosen on the decision desk. */
export type QualifyChoice = {
  account: Made
  /** Which of the matching accounts is looked at. */
  at: number
  contact: Made
  opportunity: "create" | "skip"
  topic: string
}

export type QualifyDeskProps = { work: LeadWorkView; choice: QualifyChoice; change: (changes: Partial<QualifyChoice>) => void }

const isSure = (match: { verdict: Verdict } | undefined) => match?.verdict === "certain"

/** The choice to begin with: what exists is used where it is the same beyond doubt. */
export function firstChoice({ accounts, contacts, topic }: LeadWorkView): QualifyChoice {
  return {
    account: isSure(accounts[0]) ? "existing" : "create",
    at: 0,
    contact: isSure(contacts[0]) ? "existing" : "create",
    opportunity: "create",
    topic,
  }
}

/** The account and the contact that will be used; null where one is made. */
export function chosen(work: LeadWorkView, choice: QualifyChoice) {
  return {
    account: choice.account === "existing" ? (work.accounts[choice.at] ?? null) : null,
    contact: choice.contact === "existing" ? (work.contacts[0] ?? null) : null,
  }
}
