import { Mail, MailWarning } from "lucide-react"
import { momentText } from "@/components/ui/time"
import type { TimelineItem } from "@/components/ui/timeline"
import type { TimelineEntry } from "@/lib/sales/timeline"
import { languageName } from "./code-word"
import { Countdown } from "./countdown"
import { counted } from "./counted"

type Letter = Extract<TimelineEntry, { kind: "mail" }>

const words = {
  waiting: "Email waits",
  sending: "Email is being sent",
  sent: "Email sent",
  failed: "Email failed",
  canceled: "Email canceled",
} as const satisfies Record<Letter["state"], string>

/** A letter to the applicant: its state, when it leaves, and what went wrong. */
export function mailItem(entry: Letter, now: Date): TimelineItem {
  const { id, at, state, subject, toAddress, language, sendAfter, attempts, lastError } = entry
  const isHeld = state === "waiting" && sendAfter > now
  const isInTrouble = state === "failed" || (state === "waiting" && attempts > 0)
  return {
    id: `mail-${id}`,
    at,
    icon: isInTrouble ? <MailWarning /> : <Mail />,
    tone: state === "failed" ? "bad" : isInTrouble ? "wait" : "plain",
    headline: (
      <>
        {words[state]}: <b>{subject}</b>
      </>
    ),
    when: isHeld && attempts === 0 ? <Countdown until={sendAfter.getTime()} now={now.getTime()} /> : undefined,
    body: (
      <>
        To <span className="wrap-anywhere">{toAddress}</span>, in {languageName(language)}
        {isInTrouble && (
          <>
            . {counted(attempts, "attempt")} so far
            {isHeld && `, the next one ${momentText(sendAfter)}`}
            {lastError && `. Last error: ${lastError}`}
          </>
        )}
      </>
    ),
  }
}
