"use client"
import Link from "next/link"
import { useEffect, useState } from "react"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Tag } from "@/components/ui/tag"
import { TextInput } from "@/components/ui/text-input"
import type { Twin } from "@/lib/sales/matching/find-twins"
import type { MergeKind } from "@/lib/sync/merge-fields"
import { mergeHref, mergeKinds } from "./merge-kind-words"

type MergeDialogProps = { kind: MergeKind; id: string; name: string; onClose: () => void }

const pauseMs = 150

/** **Merge**: with which other record? Those that look the same are suggested; each leads to the page that compares the two. */
export function MergeDialog({ kind, id, name, onClose }: MergeDialogProps) {
  const [typed, setTyped] = useState("")
  const found = useTwins(kind, id, typed.trim())
  const words = mergeKinds[kind]
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Merge"
      sentence={
        <>
          Choose the {words.one} that is the same as <b>{name}</b>. You compare the two before anything happens.
        </>
      }
    >
      <Field label={`Find another ${words.one}`}>
        {(control) => (
          <TextInput {...control} type="search" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <div>
        <p role="status" className="mb-1 text-12 text-ink-3">
          {found === null ? "Looking for it" : headOf(found.length, typed.trim(), words)}
        </p>
        <ul className="-mx-2 grid min-h-24 content-start gap-px">
          {found?.map((twin) => (
            <li key={twin.id}>
              <Link
                href={mergeHref(kind, id, twin.id)}
                prefetch={false}
                className="flex flex-wrap items-start gap-x-3 gap-y-1 rounded-2 px-2 py-2 hover:bg-sheet-hover max-m:min-h-11"
              >
                <span className="min-w-[min(100%,220px)] flex-1 wrap-anywhere">
                  <span className="block font-semi">{twin.title}</span>
                  <span className="block text-ink-3">{twin.sub}</span>
                </span>
                <span className="flex flex-wrap gap-1">
                  {twin.reasons.map((reason) => (
                    <Tag key={reason} tone="accent">
                      {reason}
                    </Tag>
                  ))}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function headOf(count: number, typed: string, { one, many }: { one: string; many: string }): string {
  if (typed) return count === 0 ? `No ${one} holds this.` : `${count} ${count === 1 ? one : many} found`
  return count === 0 ? `No ${one} looks the same. Search for the other one.` : `${count} ${count === 1 ? one : many} that may be the same`
}

/** Null while it is being asked. */
function useTwins(kind: MergeKind, id: string, typed: string): readonly Twin[] | null {
  const [found, setFound] = useState<readonly Twin[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const ask = () =>
      fetch(`/api/twins?${new URLSearchParams({ kind, id, q: typed })}`, { signal: stop.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then(setFound)
        .catch(() => {})
    const timer = setTimeout(ask, typed ? pauseMs : 0)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [kind, id, typed])
  return found
}
