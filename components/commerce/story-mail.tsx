import { Mail, MailWarning } from "lucide-react"
import Link from "next/link"
import { RetryMail } from "@/components/shell/retry-mail"
import { momentText } from "@/components/ui/time"
import type { TimelineItem } from "@/components/ui/timeline"
import type { MailRow } from "@/lib/commerce/ledgers"

const deeds = {
  waiting: "Email waits",
  sending: "Email is being sent",
  sent: "Email sent",
  failed: "Email failed",
  canceled: "Email canceled",
  held: "Email held for a hand",
  bounced: "Email came back",
} as const

/** A letter: its state, when it leaves, how often it was tried and what went wrong. */
export function mailItem(mail: MailRow, now: Date, mayRetry: boolean): TimelineItem {
  const { id, state, subject, toName, toAddress, attempts, lastError, createdAt, sendAfter, sentAt } = mail
  const isLost = state === "failed" || state === "bounced"
  const isInTrouble = isLost || (state === "waiting" && attempts > 0)
  const seconds = Math.ceil((sendAfter.getTime() - now.getTime()) / 1000)
  return {
    id: `mail-${id}`,
    icon: isInTrouble ? <MailWarning /> : <Mail />,
    tone: isLost ? "bad" : isInTrouble || state === "held" ? "wait" : "plain",
    at: sentAt ?? createdAt,
    when: state === "waiting" && attempts === 0 && seconds > 0 ? `Leaves at ${momentText(sendAfter, "clock")}` : undefined,
    headline: (
      <>
        {deeds[state]}: <b>{subject}</b>
      </>
    ),
    body: (
      <>
        To {toName && `${toName}, `}
        <span className="wrap-anywhere">{toAddress}</span>
        {isInTrouble && `. ${attempts} ${attempts === 1 ? "attempt" : "attempts"}`}
        {lastError && `. ${isInTrouble ? "Last error: " : ""}${lastError}`}
        {mayRetry && (
          <>
            {". "}
            <Link className="link" prefetch={false} href={`/settings/email/log/${id}`} aria-label={`What it says: ${subject}`}>
              What it says
            </Link>
          </>
        )}
        {state === "failed" && mayRetry && (
          <span className="mt-2 block">
            <RetryMail mailId={id} />
          </span>
        )}
      </>
    ),
  }
}
