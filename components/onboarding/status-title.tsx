import { PublicTitle } from "@/components/onboarding/public-title"
import { waitsForAnswer } from "@/components/onboarding/status-road"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import type { RequestStatusView } from "@/lib/onboarding/request-status-view"

/** The number, what has become of the request, and who sent it when. */
export function StatusTitle({ request }: { request: RequestStatusView }) {
  const { number, status, companyName, firstName, lastName, submittedAt, decidedAt, together } = request
  const isOther = together !== null && !together.isMine
  const next = {
    Pending: promiseOf(request, isOther ? "." : " and tell you by email."),
    Approved: isOther
      ? "Ask the colleague who is the Admin of your organization to add you as a user."
      : "The message we sent you holds a link to set your password.",
    Rejected: "You can send a new request at any time.",
    Withdrawn: "You can send a new request at any time.",
  }
  return (
    <>
      <p className="mb-2 flex items-center gap-3 text-ink-2">
        <span>{number}</span> <Status word={status} />
      </p>
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
      {together && (
        <p className="mt-6 border-l-4 border-line-2 pl-[18px] text-pretty">
          {together.isMine
            ? `You also sent us ${together.number}. We handle both requests together, as ${together.number}, and decide once, for both.`
            : `We handle this request together with ${together.number ? `${together.number}, which we also` : "another one that we"} got from your company, and decide once, for both. Whoever sent the other one hears from us by email; you can see the decision here at any time.`}
        </p>
      )}
    </>
  )
}

/** What whoever sent it can count on. */
function promiseOf(request: RequestStatusView, end: string): string {
  const { promised } = request
  if (waitsForAnswer(request)) return `We go on with your answer, and then decide${end}`
  if (!promised) return `We decide as soon as we can${end}`
  if (promised.isLate) return `It takes us longer than we said, and we are sorry for that. We decide as soon as we can${end}`
  return `We decide by ${day(promised.at)} at the latest${end}`
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
