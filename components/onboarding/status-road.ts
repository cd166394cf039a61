import type { RoadStep } from "@/components/onboarding/road"
import { momentText } from "@/components/ui/time"
import type { RequestStatusView } from "@/lib/onboarding/request-status-view"

const dayMs = 24 * 60 * 60 * 1000
const decided = { Approved: "Approved", Rejected: "Declined", Withdrawn: "Withdrawn" }
const clock = (at: Date) => momentText(at, "zoned")

/** The day by which the store wants to have decided. */
export const decisionDue = (submittedAt: Date, targetDays: number) => new Date(submittedAt.getTime() + targetDays * dayMs)

/** The four steps of a request and how far it has come. */
export function roadOf(request: RequestStatusView, targetDays: number): RoadStep[] {
  const { status, submittedAt, emailConfirmedAt, readingSince, decidedAt } = request
  const isOpen = status === "Pending"
  return [
    { title: "Request received", state: "done", when: clock(submittedAt) },
    emailConfirmedAt
      ? { title: "Email confirmed", state: "done", when: clock(emailConfirmedAt) }
      : { title: "Confirm your email", state: isOpen ? "now" : "todo" },
    readingSince
      ? { title: "A person is reading it", state: isOpen ? "now" : "done", when: `since ${momentText(readingSince, "date")}` }
      : reads(request),
    isOpen
      ? { title: "Decision by email", state: "todo", when: `by ${momentText(decisionDue(submittedAt, targetDays), "date")}` }
      : { title: decided[status], state: status === "Approved" ? "done" : "ended", when: decidedAt ? clock(decidedAt) : undefined },
  ]
}

function reads({ status, emailConfirmedAt }: RequestStatusView): RoadStep {
  const title = "A person reads it"
  if (status === "Pending" && emailConfirmedAt) return { title, state: "now", when: "usually within a week" }
  return { title, state: status === "Pending" || status === "Withdrawn" ? "todo" : "done" }
}
