import { PublicTitle } from "@/components/onboarding/public-title"
import { decisionDue } from "@/components/onboarding/status-road"
import { momentText } from "@/components/ui/time"
import type { RequestStatusView } from "@/lib/onboarding/request-status-view"

/** The number, what has become of the request, and who sent it when. */
export function StatusTitle({ request, targetDays }: { request: RequestStatusView; targetDays: number }) {
  const { number, status, companyName, firstName, lastName, submittedAt, decidedAt } = request
  const due = day(decisionDue(submittedAt, targetDays))
  const next = {
    Pending: `We decide by ${due} at the latest and tell you by email.`,
    Approved: "The message we sent you holds a link to set your password.",
    Rejected: "You can send a new request at any time.",
    Withdrawn: "You can send a new request at any time.",
  }
  return (
    <>
      <p className="mb-2 text-ink-2">{number}</p>
      <PublicTitle
        intro={
          <span className="wrap-anywhere">
            {companyName}, sent by {firstName} {lastName} on {day(submittedAt)}
            {decidedAt && `, ${ended[status]} on ${day(decidedAt)}`}. {next[status]}
          </span>
        }
      >
        {titleOf(request)}
      </PublicTitle>
    </>
  )
}

// A date stays on one line.
const day = (at: Date) => momentText(at, "date").replaceAll(" ", "\u00A0")

const ended = { Pending: "", Approved: "approved", Rejected: "declined", Withdrawn: "withdrawn" }

function titleOf({ status, readingSince }: RequestStatusView): string {
  if (status === "Approved") return "Your request is approved"
  if (status === "Rejected") return "Your request was declined"
  if (status === "Withdrawn") return "You withdrew your request"
  return readingSince ? "Your request is being read" : "We have your request"
}
