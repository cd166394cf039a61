import { ArrowRight, Ban, Check, FileCheck2, MailCheck, RotateCcw, Undo2, UserCheck } from "lucide-react"
import type { ReactNode } from "react"
import { RecordLink } from "@/components/shell/record-link"
import type { TimelineItem } from "@/components/ui/timeline"
import { type MoveName, moveWords } from "@/lib/platform/move-words"
import type { TimelineEntry } from "@/lib/sales/timeline"
import { codeWord } from "./code-word"

type Move = Extract<TimelineEntry, { kind: "move" }>
type Look = { icon: ReactNode; tone?: TimelineItem["tone"] }

const looks: Partial<Record<MoveName, Look>> = {
  "request.submit": { icon: <FileCheck2 /> },
  "request.confirm_email": { icon: <MailCheck /> },
  "request.withdraw": { icon: <Ban />, tone: "wait" },
  "lead.assign": { icon: <UserCheck /> },
  "lead.qualify": { icon: <Check />, tone: "good" },
  "lead.disqualify": { icon: <Ban /> },
  "lead.reactivate": { icon: <RotateCcw /> },
  "opportunity.win": { icon: <Check />, tone: "good" },
  "opportunity.lose": { icon: <Ban /> },
  "opportunity.reopen": { icon: <RotateCcw /> },
  "prospect.approve": { icon: <Check />, tone: "good" },
  "prospect.reject": { icon: <Ban /> },
  "decision.undo": { icon: <Undo2 />, tone: "wait" },
}

/** A move of the audit: who did what, from where to where, and why. `said` are words of the applicant's own. */
export function moveItem(entry: Move, here: string, said: string | null): TimelineItem {
  const { move, actorName, to, reason, at, id } = entry
  const isAssignment = move === "lead.assign"
  return {
    id: `move-${id}`,
    at,
    ...(looks[move] ?? { icon: <ArrowRight /> }),
    headline: (
      <>
        <b>{actorName}</b> {moveWords[move]}
        {isAssignment && to && (
          <>
            {" "}
            to <b>{to}</b>
          </>
        )}
      </>
    ),
    body: isAssignment ? null : <Change entry={entry} here={here} />,
    quote: move === "request.submit" ? said : reason,
  }
}

const isDeal = (kind: string) => kind === "lead" || kind === "opportunity"

function Change({ entry: { move, from, to, record }, here }: { entry: Move; here: string }) {
  if (move === "decision.undo") return from && `The decision to ${undone[from] ?? from} no longer stands.`
  if (from && to) {
    return (
      <>
        {record.id !== here && isDeal(record.kind) && (
          <>
            <RecordLink kind={record.kind} id={record.id}>
              {record.label}
            </RecordLink>
            :{" "}
          </>
        )}
        {codeWord(from)} → {codeWord(to)}
      </>
    )
  }
  return null
}

const undone: Record<string, string> = {
  qualify: "qualify",
  disqualify: "disqualify",
  win: "close as Won",
  lose: "close as Lost",
  approve: "approve",
  reject: "reject",
}
