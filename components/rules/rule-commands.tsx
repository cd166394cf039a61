"use client"
import { History, RotateCcw, Save, Undo2, Upload } from "lucide-react"
import { useState, useTransition } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Button } from "@/components/ui/button"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import { useToast } from "@/components/ui/toast"
import { bookChanges } from "@/lib/sales/rule-sets/changes"
import { checkBook } from "@/lib/sales/rule-sets/check-book"
import { namesOf } from "@/lib/sales/rule-sets/names"
import type { RuleSetView } from "@/lib/sales/rule-sets/queries"
import type { Book } from "@/lib/sales/rule-sets/rule"
import { kindNamed, type RuleKind } from "./kinds"
import { doorsOf } from "./rule-doors"

type RuleCommandsProps = {
  kind: RuleKind
  set: RuleSetView
  /** The rules as they stand on the screen. */
  book: Book
  people: Readonly<Record<string, string>>
  /** Whether the screen says something else than what is kept. */
  isChanged: boolean
  reason: string | null
  onRevert: () => void
}

/** Which version holds, and what can be done with what is on the screen: keep it, publish it, throw it away. */
export function RuleCommands({ kind, set, book, people, isChanged, reason, onRevert }: RuleCommandsProps) {
  const { showToast } = useToast()
  const [opened, open] = useState<"publish" | "discard" | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const doors = doorsOf(kind)
  const of = kindNamed(kind)
  const { title } = of
  const { published, draftVersion } = set
  const [problem = null] = Object.values(checkBook(of, book).problems)
  const changes = bookChanges(of, set.holding, book, namesOf(people, of.subject))
  const text = JSON.stringify(book)
  const save = () =>
    start(async () => {
      const result = await doors.save({ kind, draftVersion, draft: text }).catch(() => null)
      setRefused(result?.ok ? null : (result?.error.message ?? "The server could not be reached. What you changed is still here."))
      if (result?.ok) showToast({ title: "Draft saved", text: "It holds once you publish it." })
    })
  const rehearse = () =>
    start(async () => {
      const result = await doors.rehearse({ kind, draft: text }).catch(() => null)
      setRefused(result?.ok ? null : (result?.error.message ?? "The server could not be reached. What you changed is still here."))
    })
  const idle = book.rules.some(({ isOn }) => isOn) ? null : "No rule is on: there is nothing to rehearse."
  const unsaved = isChanged ? null : "Nothing was changed since it was saved."
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-y border-line px-6 py-2.5 max-m:px-4">
        <p className="mr-auto min-w-0 text-ink-2">
          {published ? (
            <>
              <b className="font-semi text-ink">Version {published.number}</b> holds, published by {published.actorName},{" "}
              <Moment at={published.at} />.
            </>
          ) : (
            "No version holds yet."
          )}{" "}
          {changes.length > 0 && <span className="text-wait">{isChanged ? "Unsaved changes." : "The draft says something else."}</span>}
        </p>
        {isChanged ? (
          <Button size="s" tone="ghost" icon={<Undo2 aria-hidden="true" />} onClick={onRevert}>
            Revert
          </Button>
        ) : (
          <Button
            size="s"
            tone="ghost"
            icon={<RotateCcw aria-hidden="true" />}
            reason={reason ?? (set.isChanged ? null : "The draft says what holds.")}
            onClick={() => open("discard")}
          >
            Discard draft
          </Button>
        )}
        <Button size="s" icon={<History aria-hidden="true" />} busy={busy} reason={reason ?? problem ?? idle} onClick={rehearse}>
          Rehearse
        </Button>
        <Button
          size="s"
          icon={<Save aria-hidden="true" />}
          busy={busy}
          busyLabel="Saving"
          reason={reason ?? unsaved ?? problem}
          onClick={save}
        >
          Save draft
        </Button>
        <Button
          size="s"
          tone="primary"
          icon={<Upload aria-hidden="true" />}
          reason={reason ?? problem ?? (changes.length === 0 ? "This is what holds already." : null)}
          aria-haspopup="dialog"
          onClick={() => open("publish")}
        >
          Publish
        </Button>
      </div>
      <div role="alert" className="empty:hidden">
        {refused && <Strip tone="bad">{refused}</Strip>}
      </div>
      {opened === "publish" && (
        <CommandDialog
          title="Publish"
          icon={<Upload aria-hidden="true" />}
          busyWord="Publishing"
          sentence={`Makes these rules hold at once, as version ${(published?.number ?? 0) + 1} of ${title}.`}
          action={doors.publish}
          hidden={{ kind, draftVersion: String(draftVersion), draft: text }}
          onClose={() => open(null)}
          news={({ number }) => ({ title: `Version ${number} holds`, text: title })}
        >
          {() => (
            <ul className="grid max-h-72 list-disc gap-1.5 overflow-auto pl-4 wrap-anywhere">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          )}
        </CommandDialog>
      )}
      {opened === "discard" && (
        <CommandDialog
          title="Discard draft"
          tone="danger"
          busyWord="Discarding"
          sentence={published ? `The draft says again what version ${published.number} says.` : "The draft will be empty."}
          action={doors.discard}
          hidden={{ kind, draftVersion: String(draftVersion) }}
          onClose={() => open(null)}
          news={() => ({ title: "Draft discarded" })}
        />
      )}
    </>
  )
}
