import { CalendarDays, PhoneIncoming, PhoneOutgoing, SquareCheck, SquarePen } from "lucide-react"
import type { ReactNode } from "react"
import { MentionedText } from "@/components/shell/mentioned-text"
import { type MomentStyle, momentText } from "@/components/ui/time"
import type { TimelineItem } from "@/components/ui/timeline"
import type { ActivityEntry } from "@/lib/sales/timeline-entry"
import { ActivityCommands } from "./activity-commands"
import { counted } from "./counted"
import { Files } from "./files"
import type { Around } from "./timeline-item"

type Look = { icon: ReactNode; tone?: TimelineItem["tone"]; headline: ReactNode; facts: string[] }

const looks: Record<ActivityEntry["activity"], (entry: ActivityEntry) => Look> = {
  note: ({ actorName }) => ({
    icon: <SquarePen />,
    headline: (
      <>
        <b>{actorName}</b> wrote a note
      </>
    ),
    facts: [],
  }),
  task: ({ doneByName, actorName, subject, ownerName, dueAt, dueHasTime }) => ({
    icon: <SquareCheck />,
    tone: "good",
    headline: (
      <>
        <b>{doneByName ?? actorName}</b> completed <b>{subject}</b>
      </>
    ),
    facts: [
      ...(ownerName !== doneByName ? [`For ${ownerName}`] : []),
      ...(dueAt ? [`It was due ${momentText(dueAt, dueHasTime ? "moment" : "day")}`] : []),
    ],
  }),
  phone_call: ({ direction, actorName, subject, minutes }) => ({
    icon: direction === "incoming" ? <PhoneIncoming /> : <PhoneOutgoing />,
    headline: (
      <>
        <b>{actorName}</b> {direction === "incoming" ? "took a call" : "called"}: <b>{subject}</b>
      </>
    ),
    facts: minutes ? [counted(minutes, "minute")] : [],
  }),
  appointment: ({ actorName, subject, at, endAt, place }) => ({
    icon: <CalendarDays />,
    headline: (
      <>
        <b>{actorName}</b> met: <b>{subject}</b>
      </>
    ),
    facts: [`${momentText(at)} to ${endAt ? momentText(endAt, endStyle(at, endAt)) : ""}`, ...(place ? [place] : [])],
  }),
}

/** The end of an appointment is told by its hour, and by its day where that is another one. */
export const endStyle = (at: Date, endAt: Date): MomentStyle => (momentText(at, "date") === momentText(endAt, "date") ? "clock" : "moment")

/** What somebody did: a note, a task that is done, a call, an appointment that is over. */
export function activityItem(entry: ActivityEntry, { viewer }: Around): TimelineItem {
  const { id, at, text, names, files, editedAt, activity } = entry
  const { facts, ...look } = looks[activity](entry)
  const said = editedAt ? [...facts, `Edited ${momentText(editedAt)}`] : facts
  return {
    id: `${activity}-${id}`,
    at,
    ...look,
    body: (
      <>
        {text && <MentionedText text={text} names={names} />}
        <Files files={files} />
        {said.length > 0 && <p className="text-12 text-ink-3">{said.join(" · ")}</p>}
      </>
    ),
    commands: <ActivityCommands entry={entry} viewer={viewer} />,
  }
}
