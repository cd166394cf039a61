import {
  Ban,
  BellRing,
  Check,
  FileCheck2,
  Hourglass,
  MailCheck,
  MailPlus,
  Pencil,
  RotateCcw,
  Store,
  Undo2,
  UserCheck,
  UserMinus,
  UserPlus,
  UserRoundCog,
  UsersRound,
} from "lucide-react"
import type { ReactNode } from "react"
import { kindWords } from "@/components/commerce/story-words"
import { RecordLink } from "@/components/shell/record-link"
import { stateWord } from "@/components/shell/state-word"
import type { TimelineItem } from "@/components/ui/timeline"
import type { MoveRow } from "@/lib/commerce/ledgers"
import { capital } from "@/lib/platform/first-letter"
import { isMoveName, moveWords } from "@/lib/platform/move-words"

type Look = { icon: ReactNode; tone?: TimelineItem["tone"] }

const looks: Record<string, Look> = {
  "request.submit": { icon: <FileCheck2 /> },
  "request.confirm_email": { icon: <MailCheck /> },
  "request.withdraw": { icon: <Ban />, tone: "wait" },
  "prospect.approve": { icon: <Check />, tone: "good" },
  "prospect.assign": { icon: <UserCheck /> },
  "prospect.reject": { icon: <Ban /> },
  "opportunity.win": { icon: <Check />, tone: "good" },
  "opportunity.lose": { icon: <Ban /> },
  "lead.qualify": { icon: <Check />, tone: "good" },
  "lead.disqualify": { icon: <Ban /> },
  "prospect.remind": { icon: <BellRing /> },
  "prospect.remind_answer": { icon: <BellRing /> },
  "prospect.remind_staff": { icon: <BellRing />, tone: "wait" },
  "prospect.expire": { icon: <Hourglass />, tone: "wait" },
  "prospect.reopen": { icon: <RotateCcw />, tone: "wait" },
  "approval.ask": { icon: <UsersRound />, tone: "wait" },
  "approval.send_back": { icon: <UsersRound /> },
  "approval.take_back": { icon: <UsersRound /> },
  "decision.undo": { icon: <Undo2 />, tone: "wait" },
  "hierarchy.rename": { icon: <Pencil /> },
  "hierarchy.channels": { icon: <Store /> },
  "member.invite": { icon: <UserPlus /> },
  "member.invite_again": { icon: <MailPlus /> },
  "member.remove": { icon: <UserMinus /> },
  "member.disable": { icon: <Ban /> },
  "member.enable": { icon: <Check /> },
}

/** A move of the audit: who did what to which record, from where to where, and why. */
export function moveItem(row: MoveRow, recordId: string, comments: string | null): TimelineItem {
  const { id, at, move, actorName, recordKind, recordLabel, from, to, reason } = row
  const change = [from, to].filter((state) => state !== null).map(stateWord)
  return {
    id: `move-${id}`,
    ...(looks[move] ?? { icon: <UserRoundCog /> }),
    at,
    headline: (
      <>
        <b>{actorName}</b> {isMoveName(move) ? moveWords[move] : move}
      </>
    ),
    body: (
      <>
        {row.recordId !== recordId && (
          <>
            {!people.has(recordKind) && `${capital(kindWords[recordKind] ?? recordKind)} `}
            <RecordLink kind={recordKind} id={row.recordId}>
              {recordLabel}
            </RecordLink>
            {change.length > 0 && ", "}
          </>
        )}
        {change.join(" → ")}
      </>
    ),
    quote: move === "request.submit" ? comments : reason,
  }
}

/** Kinds whose name says enough by itself. */
const people = new Set(["member", "person"])
