"use client"
import { CalendarDays, Mail, Phone, SquareCheck, SquarePen } from "lucide-react"
import dynamic from "next/dynamic"
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from "react"
import { KeysDialog } from "@/components/ui/keys-dialog"
import type { AttachmentLimits } from "@/lib/sales/activities/rules"
import { ComposeNote } from "./compose-note"
import { useKeys } from "./use-keys"

const ComposeActivity = dynamic(() => import("./compose-activity").then((part) => part.ComposeActivity))
const ComposeMessage = dynamic(() => import("./compose-message").then((part) => part.ComposeMessage))

export type ComposerProps = {
  about: "lead" | "opportunity" | "account" | "contact"
  id: string
  viewer: { id: string | null; name: string }
  mayMessage: boolean
  fileLimits: AttachmentLimits
}

export type Compose = "note" | "task" | "phone_call" | "appointment" | "email"

const tabs: { kind: Compose; word: string; key: string; keyWord: string; icon: ReactNode }[] = [
  { kind: "note", word: "Note", key: "n", keyWord: "Write a note", icon: <SquarePen /> },
  { kind: "task", word: "Task", key: "t", keyWord: "Add a task", icon: <SquareCheck /> },
  { kind: "phone_call", word: "Phone call", key: "c", keyWord: "Log a phone call", icon: <Phone /> },
  { kind: "appointment", word: "Appointment", key: "a", keyWord: "Add an appointment", icon: <CalendarDays /> },
  { kind: "email", word: "Email", key: "m", keyWord: "Write an email", icon: <Mail /> },
]

/** What a letter does elsewhere on a record. */
const edit = { key: "e", word: "Edit the section" }
const leadKeys = [
  { key: "q", word: "Qualify" },
  { key: "d", word: "Disqualify" },
]

/** A place to write above the timeline: what is begun in one tab stays there while another is looked at. Each tab has its letter. */
export function Composer(props: ComposerProps) {
  const { about, mayMessage } = props
  const baseId = useId()
  const root = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<Compose>("note")
  const [begun, setBegun] = useState<readonly Compose[]>(["note"])
  const [isListed, setListed] = useState(false)
  const offered = useMemo(() => tabs.filter(({ kind }) => kind !== "email" || (mayMessage && about !== "account")), [mayMessage, about])

  const open = (kind: Compose, into = false) => {
    setCurrent(kind)
    setBegun((before) => (before.includes(kind) ? before : [...before, kind]))
    if (into) focusFirst(root.current)
  }
  useKeys({
    ...Object.fromEntries(offered.map(({ kind, key }) => [key, () => open(kind, true)])),
    "?": () => setListed(true),
  })
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = offered.findIndex(({ kind }) => kind === current)
    const next = offered.at((at + step) % offered.length)
    if (!next) return
    open(next.kind)
    document.getElementById(`${baseId}-${next.kind}`)?.focus()
  }
  return (
    <div ref={root} className="composer">
      <div role="tablist" aria-label="Write" className="composer-tabs" onKeyDown={move}>
        {offered.map(({ kind, word, icon }) => (
          <button
            key={kind}
            type="button"
            role="tab"
            id={`${baseId}-${kind}`}
            aria-selected={kind === current}
            aria-controls={begun.includes(kind) ? `${baseId}-${kind}-panel` : undefined}
            tabIndex={kind === current ? 0 : -1}
            onClick={() => open(kind)}
          >
            <span aria-hidden="true">{icon}</span>
            {word}
          </button>
        ))}
      </div>
      {begun.map((kind) => (
        <div key={kind} role="tabpanel" id={`${baseId}-${kind}-panel`} aria-labelledby={`${baseId}-${kind}`} hidden={kind !== current}>
          {kind === "note" && <ComposeNote {...props} />}
          {kind === "email" && about !== "account" && <ComposeMessage about={about} id={props.id} />}
          {kind !== "note" && kind !== "email" && <ComposeActivity {...props} kind={kind} />}
        </div>
      ))}
      <KeysDialog
        open={isListed}
        onOpenChange={setListed}
        selectable={false}
        moves={[]}
        commands={[
          ...(about === "lead" ? leadKeys : []),
          edit,
          ...offered.map(({ key, keyWord }) => ({ key, word: keyWord })),
          { key: "Ctrl Enter", word: "Save what is written" },
        ]}
      />
    </div>
  )
}

/** The panel may still be on its way: its first field gets the focus once it is there. */
function focusFirst(root: HTMLElement | null, tries = 40): void {
  const first = root?.querySelector<HTMLElement>("[role=tabpanel]:not([hidden]) :is(input:not([type=hidden], [hidden]), textarea, select)")
  const isNew = first && first !== document.activeElement
  requestAnimationFrame(() => {
    const now = root?.querySelector<HTMLElement>("[role=tabpanel]:not([hidden]) :is(input:not([type=hidden], [hidden]), textarea, select)")
    if (now) now.focus()
    if ((!now || (isNew && now !== first)) && tries > 0) focusFirst(root, tries - 1)
  })
}
