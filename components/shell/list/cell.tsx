import type { ReactNode } from "react"
import { Person } from "@/components/ui/person"
import { Rating } from "@/components/ui/rating"
import { Score } from "@/components/ui/score"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { momentText } from "@/components/ui/time"
import { Timer, type TimerFace, timerText } from "@/components/ui/timer"
import { age, Waiting } from "@/components/ui/waiting"
import type { Cell, Field } from "@/lib/platform/fields"
import { capital, small } from "@/lib/platform/first-letter"
import { moneyText } from "@/lib/platform/money-text"

/** What cells are drawn against. */
export type CellAround = { viewerId: string; now: number }

const wordOf = ({ words }: Pick<Field, "words">, value: Cell) => words?.[String(value)] ?? String(value)

/** The day of a moment for whoever looks, or of a text a date that has no zone. */
const dateText = (value: string | number | boolean) =>
  momentText(new Date(value as string | number), typeof value === "string" ? "day" : "date")

/**
 * A cell of a list, drawn by its field's kind. Faces are called as functions, not as elements:
 * a page of a list has hundreds of cells, and a component costs more than what it draws.
 */
export function drawCell({ kind, words }: Pick<Field, "kind" | "words">, value: Cell, around: CellAround): ReactNode {
  if (value === null) return kind === "person" ? Person({ name: null }) : kind === "age" ? "–" : null
  if (typeof value === "object") return drawPair(kind, value, around)
  switch (kind) {
    case "status":
      return Status({ word: wordOf({ words }, value) })
    case "rating":
      return Rating({ word: wordOf({ words }, value) })
    case "choice":
      return wordOf({ words }, value)
    case "age":
      return age(new Date(Number(value)), new Date(around.now))
    case "time":
    case "day":
      return dateText(value)
    case "percent":
      return `${value} %`
    case "yes-no":
      return value ? "Yes" : "No"
    case "url":
      return String(value).replace(/^https?:\/\//, "")
    default:
      return String(value)
  }
}

function drawPair(kind: Field["kind"], [first, second]: readonly [string | number, string], { viewerId, now }: CellAround): ReactNode {
  if (kind === "person") return Person({ name: second, me: first === viewerId })
  if (kind === "channel") return second
  if (kind === "money") return moneyText(Number(first), second)
  if (kind === "score") return Score({ score: Number(first), grade: second })
  if (kind === "timer") return Timer({ state: second as TimerFace, dueAt: Number(first) || null, now })
  if (kind === "age")
    return second === "took"
      ? age(new Date(0), new Date(Number(first)))
      : Waiting({ since: new Date(Number(first)), now: new Date(now), isLate: second === "late" })
  return (
    <span className="flex items-center gap-2">
      <span className="truncate">{first}</span> {Tag({ tone: "wait", children: second })}
    </span>
  )
}

/** A cell in plain words: for names of things, and for what is read out. */
export function cellText({ kind, words }: Pick<Field, "kind" | "words">, value: Cell): string {
  if (value === null) return kind === "person" ? "Unassigned" : ""
  if (typeof value === "object") {
    if (kind === "person" || kind === "channel") return value[1]
    if (kind === "score") return `${value[0]} ${value[1]}`
    return kind === "money" ? moneyText(Number(value[0]), value[1]) : String(value[0])
  }
  if (words) return wordOf({ words }, value)
  return kind === "time" || kind === "day" ? dateText(value) : String(value)
}

/** "First response due" in the room of a card: "Response". */
const shortOf = (label: string) => {
  const short = label.replace(/ due$/, "").replace(/^First /, "")
  return capital(short)
}

/** A timer in words with its name before it, for where no head says it; null once it has ended. */
export function timerLine({ kind, label }: Pick<Field, "kind" | "label">, value: Cell, now: number): { sign: string; text: string } | null {
  if (kind !== "timer" || value === null || typeof value !== "object" || value[1] === "met" || value[1] === "missed") return null
  const { sign, text } = timerText(value[1] as TimerFace, Number(value[0]) || null, now)
  return { sign, text: `${shortOf(label)}: ${small(text).replace(":", ",")}` }
}
