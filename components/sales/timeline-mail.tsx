import { Mail, MailWarning } from "lucide-react"
import { momentText } from "@/components/ui/time"
import type { TimelineItem } from "@/components/ui/timeline"
import { refusalToCancel } from "@/lib/mail/messages/rules"
import { isHeldByRun } from "@/lib/platform/held"
import { languageName } from "@/lib/platform/language-name"
import type { TimelineEntry } from "@/lib/sales/timeline-entry"
import type { Worker } from "@/lib/sales/worker"
import { CancelMessage } from "./cancel-message"
import { Countdown } from "./countdown"
import { counted } from "./counted"

type Letter = Extract<TimelineEntry, { kind: "mail" }>

const words = {
  waiting: "Email waits",
  sending: "Email is being sent",
  sent: "Email sent",
  failed: "Email failed",
  canceled: "Email canceled",
  held: "Email held for a hand",
  bounced: "Email came back",
} as const satisfies Record<Letter["state"], string>

/** A letter to the applicant: its state, when it leaves, what went wrong, and what a person wrote in it. */
export function mailItem(entry: Letter, now: Date, viewer: Worker): TimelineItem {
  const { id, at, state, subject, toAddress, language, sendAfter, attempts, lastError, writerName, text } = entry
  const isHeld = state === "waiting" && sendAfter > now
  const isLost = state === "failed" || state === "bounced"
  const isInTrouble = isLost || (state === "waiting" && attempts > 0)
  return {
    id: `mail-${id}`,
    at,
    icon: isInTrouble ? <MailWarning /> : <Mail />,
    tone: isLost ? "bad" : isInTrouble || state === "held" ? "wait" : "plain",
    headline: (
      <>
        {words[state]}: <b>{subject}</b>
      </>
    ),
    when: isHeld && attempts === 0 ? <Leaving until={sendAfter} now={now} /> : undefined,
    body: (
      <>
        {writerName && `From ${writerName} to `}
        {!writerName && "To "}
        <span className="wrap-anywhere">{toAddress}</span>, in {languageName(language)}
        {isInTrouble && (
          <>
            . {counted(attempts, "attempt")} so far
            {isHeld && `, the next one ${momentText(sendAfter)}`}
            {lastError && `. Last error: ${lastError}`}
          </>
        )}
        {!isInTrouble && lastError && `. ${lastError}`}
        {text !== null && (
          <details className="mt-1">
            <summary className="w-fit cursor-pointer text-accent-text">Show message</summary>
            <p className="mt-1 border-l-2 border-line-2 py-px pl-3 wrap-anywhere whitespace-pre-line">
              {text.replaceAll("%link%", "(their private link)")}
            </p>
          </details>
        )}
      </>
    ),
    commands: (state === "waiting" || state === "held") && text !== null && (
      <CancelMessage mailId={id} reason={refusalToCancel({ state, actorId: entry.writerId }, viewer)?.message ?? null} />
    ),
  }
}

/** A letter of a run waits until all of the run is done; then it counts down as any other. */
const Leaving = ({ until, now }: { until: Date; now: Date }) =>
  isHeldByRun(until) ? "Waits for its run" : <Countdown until={until.getTime()} now={now.getTime()} />
