"use client"
import { Search } from "lucide-react"
import { useEffect, useState } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { PreviewRecord as Shown } from "@/lib/mail/studio/preview-values"

type PreviewRecordProps = { record: Shown | null; onChoose: (record: Shown) => void }

const label = ({ number, company, person }: Shown) => `${number} ${company}, ${person}`

/** The request on which a letter is tried out, found by a search. */
export function PreviewRecord({ record, onChoose }: PreviewRecordProps) {
  const [typed, type] = useState("")
  const found = useFound(typed)
  return (
    <div className="min-w-0">
      <Field label="Preview on a prospect" hint={record ? `Now on ${label(record)}` : "No request was made yet."}>
        {(control) => (
          <span className="relative block">
            <Search size={14} className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" aria-hidden="true" />
            <TextInput
              {...control}
              type="search"
              className="pl-8"
              autoComplete="off"
              placeholder="Company, person, address or number"
              value={typed}
              onChange={(event) => type(event.target.value)}
            />
          </span>
        )}
      </Field>
      <div role="status" className="text-12 text-ink-3">
        {typed.trim() !== "" && found === "failed" && "Requests could not be searched. Try again."}
        {typed.trim() !== "" && Array.isArray(found) && found.length === 0 && "No request holds that."}
      </div>
      {typed.trim() !== "" && Array.isArray(found) && found.length > 0 && (
        <ul className="mt-1 rounded-2 border border-line-2">
          {found.map((one) => (
            <li key={one.id} className="border-line not-first:border-t">
              <button
                type="button"
                className="w-full px-2.5 py-1.5 text-left wrap-anywhere hover:bg-sheet-hover"
                onClick={() => {
                  onChoose(one)
                  type("")
                }}
              >
                {label(one)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What the search finds, a moment after the last sign was typed. */
function useFound(typed: string): readonly Shown[] | "failed" | null {
  const [found, setFound] = useState<readonly Shown[] | "failed" | null>(null)
  useEffect(() => {
    const q = typed.trim()
    if (q === "") return setFound(null)
    const stop = new AbortController()
    const soon = setTimeout(async () => {
      const answer = await fetch(`/settings/email/records?q=${encodeURIComponent(q)}`, { signal: stop.signal }).catch(() => null)
      if (!stop.signal.aborted) setFound(answer?.ok ? await answer.json() : "failed")
    }, 200)
    return () => {
      clearTimeout(soon)
      stop.abort()
    }
  }, [typed])
  return found
}
