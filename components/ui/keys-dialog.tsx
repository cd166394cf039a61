"use client"
import dynamic from "next/dynamic"
import { Kbd } from "@/components/ui/kbd"

const Dialog = dynamic(() => import("@/components/ui/dialog").then((part) => part.Dialog), { ssr: false })

type KeysDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  commands: readonly { key: string; word: string }[]
}

const ALWAYS = [
  { keys: ["J"], word: "Move down" },
  { keys: ["K"], word: "Move up" },
  { keys: ["Enter"], word: "Open the record" },
  { keys: ["X"], word: "Select the row" },
  { keys: ["/"], word: "Search" },
  { keys: ["?"], word: "List the keys" },
]

/** The list of keys of a page. */
export function KeysDialog({ open, onOpenChange, commands }: KeysDialogProps) {
  if (!open) return null
  const rows = [
    ...ALWAYS,
    ...commands.map((one) => ({ keys: [one.key.toUpperCase()], word: one.word.charAt(0).toUpperCase() + one.word.slice(1) })),
  ]
  return (
    <Dialog title="Keyboard shortcuts" open={open} onOpenChange={onOpenChange} cancelWord="Close">
      <dl className="grid grid-cols-2 gap-x-10 max-m:grid-cols-1">
        {rows.map((row) => (
          <div key={row.word} className="flex items-center border-b border-line py-2">
            <dt className="text-ink-2">{row.word}</dt>
            <dd className="ml-auto flex gap-1">
              {row.keys.map((key) => (
                <span key={key}>
                  <span className="sr-only">{key}</span>
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
