"use client"
import dynamic from "next/dynamic"
import { Kbd } from "@/components/ui/kbd"
import { capital } from "@/lib/platform/first-letter"

const Dialog = dynamic(() => import("@/components/ui/dialog").then((part) => part.Dialog), { ssr: false })

type KeysDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  commands: readonly { key: string; word: string }[]
  /** Whether rows have tick boxes. */
  selectable: boolean
  /** Letters for the ticked rows. */
  bulk?: readonly { key: string; word: string }[]
  /** How one moves on this page; in a list where left out. */
  moves?: readonly { key: string; word: string }[]
}

const MOVES = [
  { key: "J", word: "Move down" },
  { key: "K", word: "Move up" },
  { key: "Enter", word: "Open the record" },
]
const SELECT = [
  { key: "X", word: "Select the row" },
  { key: "Shift X", word: "Select up to the row" },
  { key: "Ctrl A", word: "Select all that are loaded" },
]
const ALWAYS = [
  { key: "/", word: "Search" },
  { key: "?", word: "List the keys" },
]

/** The list of keys of a page. */
export function KeysDialog({ open, onOpenChange, commands, bulk = [], selectable, moves = MOVES }: KeysDialogProps) {
  if (!open) return null
  const own = commands.map(({ key, word }) => ({
    key: key.length === 1 ? key.toUpperCase() : key,
    word: capital(word),
  }))
  const rows = [...moves, ...(selectable ? SELECT : []), ...own, ...bulk, ...ALWAYS]
  return (
    <Dialog title="Keyboard shortcuts" open={open} onOpenChange={onOpenChange} isText cancelWord="Close">
      <dl className="grid grid-cols-2 gap-x-10 max-m:grid-cols-1">
        {rows.map((row) => (
          <div key={row.word} className="flex items-center border-b border-line py-2">
            <dt className="text-ink-2">{row.word}</dt>
            <dd className="ml-auto">
              <span className="sr-only">{row.key}</span>
              <Kbd>{row.key}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
