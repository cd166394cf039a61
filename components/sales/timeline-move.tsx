import {
  AlarmClock,
  ArrowRight,
  Ban,
  Check,
  FileCheck2,
  Mail,
  MailCheck,
  Merge,
  Pause,
  Pencil,
  Play,
  RotateCcw,
  ShieldAlert,
  Split,
  Trash2,
  TriangleAlert,
  Undo2,
  Upload,
  UserCheck,
  UserMinus,
  UserPlus,
  Users,
  UsersRound,
  UserX,
} from "lucide-react"
import type { ReactNode } from "react"
import { RecordLink } from "@/components/shell/record-link"
import type { TimelineItem } from "@/components/ui/timeline"
import { type MoveName, moveWords } from "@/lib/platform/move-words"
import type { TimelineEntry } from "@/lib/sales/timeline-entry"
import { codeWord } from "./code-word"

type Move = Extract<TimelineEntry, { kind: "move" }>
type Look = { icon: ReactNode; tone?: TimelineItem["tone"] }

const looks: Partial<Record<MoveName, Look>> = {
  "request.submit": { icon: <FileCheck2 /> },
  "request.confirm_email": { icon: <MailCheck /> },
  "request.withdraw": { icon: <Ban />, tone: "wait" },
  "lead.assign": { icon: <UserCheck /> },
  "approval.ask": { icon: <UsersRound />, tone: "wait" },
  "approval.send_back": { icon: <RotateCcw />, tone: "wait" },
  "approval.take_back": { icon: <Undo2 /> },
  "policy.pass": { icon: <ShieldAlert />, tone: "wait" },
  "lead.pass": { icon: <UserX />, tone: "wait" },
  "lead.qualify": { icon: <Check />, tone: "good" },
  "lead.disqualify": { icon: <Ban /> },
  "lead.reactivate": { icon: <RotateCcw /> },
  "lead.merge": { icon: <Merge /> },
  "account.merge": { icon: <Merge /> },
  "contact.merge": { icon: <Merge /> },
  "lead.unmerge": { icon: <Split />, tone: "wait" },
  "account.unmerge": { icon: <Split />, tone: "wait" },
  "contact.unmerge": { icon: <Split />, tone: "wait" },
  "lead.import": { icon: <Upload /> },
  "lead.undo_import": { icon: <Undo2 />, tone: "wait" },
  "lead.escalate": { icon: <TriangleAlert />, tone: "wait" },
  "lead.breach": { icon: <AlarmClock />, tone: "wait" },
  "lead.pause": { icon: <Pause /> },
  "lead.resume": { icon: <Play /> },
  "opportunity.win": { icon: <Check />, tone: "good" },
  "opportunity.lose": { icon: <Ban /> },
  "opportunity.reopen": { icon: <RotateCcw /> },
  "prospect.approve": { icon: <Check />, tone: "good" },
  "prospect.reject": { icon: <Ban /> },
  "note.delete": { icon: <Trash2 /> },
  "task.delete": { icon: <Trash2 /> },
  "phone_call.delete": { icon: <Trash2 /> },
  "appointment.delete": { icon: <Trash2 /> },
  "note.edit": { icon: <Pencil /> },
  "task.edit": { icon: <Pencil /> },
  "phone_call.edit": { icon: <Pencil /> },
  "appointment.edit": { icon: <Pencil /> },
  "task.complete": { icon: <Check />, tone: "good" },
  "task.reopen": { icon: <RotateCcw /> },
  "message.send": { icon: <Mail /> },
  "message.cancel": { icon: <Ban /> },
  "stakeholder.add": { icon: <UserPlus /> },
  "stakeholder.edit": { icon: <Users /> },
  "stakeholder.remove": { icon: <UserMinus /> },
  "decision.undo": { icon: <Undo2 />, tone: "wait" },
}

/** Whether a move names what was written or who was added, not a state. */
const namesItsObject = (move: MoveName): boolean =>
  /^(approval|note|task|phone_call|appointment|message|stakeholder)\.|^(lead|opportunity|account|contact)\.edit$|^lead\.(breach|escalate)$/.test(
    move,
  )

/** A move of the audit: who did what, from where to where, and why. `said` are words of the applicant's own. */
export function moveItem(entry: Move, here: string, said: string | null): TimelineItem {
  const { move, actorName, from, to, reason, at, id } = entry
  const isAssignment = move.endsWith(".assign")
  return {
    id: `move-${id}`,
    at,
    ...(looks[move] ?? { icon: <ArrowRight /> }),
    headline: (
      <>
        <b>{actorName}</b> {moveWords[move]}
        {namesItsObject(move) && (to ?? from) && (
          <>
            : <b>{to ?? from}</b>
          </>
        )}
        {isAssignment && to && (
          <>
            {" "}
            to <b>{to}</b>
          </>
        )}
      </>
    ),
    body: isAssignment || namesItsObject(move) ? null : <Change entry={entry} here={here} />,
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
