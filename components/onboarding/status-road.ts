import type { RoadStep } from "@/components/onboarding/road"
import { momentText } from "@/components/ui/time"
import type { RequestStatusView } from "@/lib/onboarding/request-status-view"

const decided = { Approved: "Approved", Rejected: "Declined", Withdrawn: "Withdrawn" }
const clock = (at: Date) => momentText(at, "zoned")

/** Whether the next word is the applicant's. */
export const waitsForAnswer = ({ questions, canAnswer }: RequestStatusView): boolean =>
  canAnswer && questions.some(({ answeredAt }) => answeredAt === null)

/** By when a request is decided, as a step of its road. */
function promiseOf(request: RequestStatusView): string | undefined {
  if (waitsForAnswer(request)) return "after your answer"
  if (!request.promised) return undefined
  return request.promised.isLate ? "later than we said" : `by ${momentText(request.promised.at, "date")}`
}

/** The four steps of a request and how far it has come. */
export function roadOf(request: RequestStatusView): RoadStep[] {
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
      ? { title: "Decision by email", state: "todo", when: promiseOf(request) }
      : { title: decided[status], state: status === "Approved" ? "done" : "ended", when: decidedAt ? clock(decidedAt) : undefined },
  ]
}

function reads({ status, emailConfirmedAt }: RequestStatusView): RoadStep {
  const title = "A person reads it"
  if (status === "Pending" && emailConfirmedAt) return { title, state: "now", when: "usually within a week" }
  return { title, state: status === "Pending" || status === "Withdrawn" ? "todo" : "done" }
}
