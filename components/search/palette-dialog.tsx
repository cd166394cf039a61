"use client"
import { Command } from "cmdk"
import { Search } from "lucide-react"
import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { recentRecords } from "@/components/shell/recent-records"
import type { Place } from "@/lib/search/places"
import { pageCommands } from "./page-commands"
import { type Entry, entryGroups } from "./palette-entries"
import { PaletteEntry } from "./palette-entry"
import { useHits } from "./use-hits"
import { usePlaces } from "./use-places"

type PaletteDialogProps = {
  pages: readonly Place[]
  /** What was typed while it was on its way. */
  takeEarly: () => string
  onClose: () => void
}

const hereId = () => location.pathname.split("/").at(-1)

/** Finds records, views, pages and what can be done here, by the keyboard. Opens modal; Escape and a click beside it close it. */
export function PaletteDialog({ pages, takeEarly, onClose }: PaletteDialogProps) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState("")
  const [chosen, choose] = useState("")
  const [told, tell] = useState("")
  const [{ commands, recent }] = useState(() => ({
    commands: pageCommands(),
    recent: recentRecords().filter(({ id }) => id !== hereId()),
  }))
  const { hits, state, q } = useHits(typed)
  const groups = entryGroups({ typed, hits, recent, commands, pages, ...usePlaces() })
  const entries = groups.flatMap((group) => group.entries)
  const first = entries[0]?.key ?? ""
  const count = entries.filter(({ key }) => key !== "everywhere").length

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, with what was typed before it came
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector("input")?.focus()
    const early = takeEarly()
    if (early) setTyped(early)
  }, [])
  // What was found is offered first, until the person has moved to another line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or another answer starts at the top
  useEffect(() => choose(first), [typed, q, first])
  useEffect(() => {
    tell(words(state, typed, count))
  }, [state, typed, count])

  const run = ({ href, press, reason }: Entry) => {
    if (reason) return tell(reason)
    dialog.current?.close()
    if (href) router.push(href)
    // The dialog gives the focus back before the page's own command takes it.
    else if (press) window.setTimeout(press)
  }
  return (
    <dialog
      ref={dialog}
      aria-label="Commands"
      className="palette"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Command label="Commands" shouldFilter={false} loop value={chosen} onValueChange={choose}>
        <div className="palette-head">
          <Search size={18} aria-hidden="true" />
          <Command.Input
            value={typed}
            onValueChange={setTyped}
            placeholder="Search records, views and commands"
            className="palette-input"
            maxLength={200}
          />
        </div>
        <Command.List label="Results" className="palette-list">
          {groups.map(({ heading, entries: lines }) => (
            <Command.Group key={heading} heading={heading}>
              {lines.map((entry) => (
                <PaletteEntry key={entry.key} entry={entry} onRun={run} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
      <p role="status" className="palette-told">
        {told}
      </p>
    </dialog>
  )
}

function words(state: string, typed: string, count: number): string {
  if (state === "asking") return "Searching"
  if (state === "failed") return "The records could not be searched. Try again."
  if (typed.trim() === "") return "Arrow keys move, Enter runs, Escape closes."
  return count === 0 ? "Nothing found" : `${count} ${count === 1 ? "result" : "results"}`
}
