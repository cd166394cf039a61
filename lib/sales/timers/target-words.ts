import { ratings, sources } from "../choices"
import type { Target } from "./targets"

export const hoursText = (hours: number) => (hours < 1 ? `${Math.round(hours * 60)} min` : `${Number(hours.toFixed(2))} h`)
export const daysText = (days: number) => `${Number(days.toFixed(2))} working ${days === 1 ? "day" : "days"}`

/** For which leads a target is: "Hot leads", "Leads from Trade show", "Every other lead". */
export function targetTitle({ rating, source }: Pick<Target, "rating" | "source">): string {
  if (!rating && !source) return "Every other lead"
  return `${rating ? `${ratings[rating]} leads` : "Leads"}${source ? ` from ${sources[source]}` : ""}`
}

/** What a target asks for: "answered in 8 h, decided in 10 working days". Without days it is the house's own. */
export const targetText = ({ responseHours, decisionDays }: Pick<Target, "responseHours" | "decisionDays">, houseDays?: number): string =>
  `answered in ${hoursText(responseHours)}, decided in ${
    decisionDays === null ? (houseDays === undefined ? "the house's days" : daysText(houseDays)) : daysText(decisionDays)
  }`
