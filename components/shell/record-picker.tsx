"use client"
import { type KeyboardEvent, useEffect, useId, useState } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { capital } from "@/lib/platform/first-letter"

type Offered = { id: string; name: string }

export type RecordPickerProps<One extends Offered> = {
  label: string
  hint: string
  error?: string
  /** Where records are found by `?q=`. */
  path: string
  /** What is found: "contact", "contacts". */
  noun: readonly [one: string, many: string]
  /** So many letters are needed before any is offered; with 0 some are as soon as the field has the focus. */
  fewest: number
  /** What the form calls the id of the one that was taken, and what was typed where that counts, too. */
  idName: string
  textName?: string
  /** Who stands there at first. */
  given?: { id: string | null; name: string }
  /** Beside the label: what to know of the one that was taken; null of the one that was given. */
  mark: (taken: One | null) => string
  /** Beside the name of one that is offered. */
  more: (one: One) => string
  /** Why one that is offered cannot be taken. */
  refusal?: (one: One) => string | null
  onTake?: (id: string | null) => void
}

const pauseMs = 150

/** A record that exists: some are offered as one types; arrows choose, Enter takes. Typing on means another one. */
export function RecordPicker<One extends Offered>(props: RecordPickerProps<One>) {
  const { label, hint, error, path, noun, fewest, idName, textName, given, mark, more, refusal, onTake } = props
  const listId = useId()
  const [typed, setTyped] = useState(given?.name ?? "")
  const [taken, setTaken] = useState<{ id: string; one: One | null } | null>(given?.id ? { id: given.id, one: null } : null)
  const [isAsking, setAsking] = useState(false)
  const [at, setAt] = useState(-1)
  const text = typed.trim()
  const found = useFound<One>(path, isAsking && text.length >= fewest ? text : null)
  const isOpen = isAsking && found.length > 0
  const current = isOpen ? found[at] : undefined

  const take = (one: One) => {
    if (refusal?.(one)) return
    setTyped(one.name)
    setTaken({ id: one.id, one })
    setAsking(false)
    onTake?.(one.id)
  }
  const type = (value: string) => {
    setTyped(value)
    setTaken(null)
    setAsking(true)
    setAt(-1)
    onTake?.(null)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!isOpen) return
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      setAt((place) => (event.key === "ArrowDown" ? place + 1 : Math.max(place, 0) + found.length - 1) % found.length)
    } else if (event.key === "Enter" && current && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      take(current)
    } else if (event.key === "Escape") {
      event.preventDefault()
      event.stopPropagation()
      setAsking(false)
    }
  }
  return (
    <div className="relative">
      <input type="hidden" name={idName} value={taken?.id ?? ""} />
      <Field label={label} mark={taken ? mark(taken.one) : undefined} hint={hint} error={error}>
        {(control) => (
          <TextInput
            {...control}
            name={textName}
            value={typed}
            maxLength={120}
            autoComplete="off"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
            onFocus={() => fewest === 0 && setAsking(taken === null)}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setAsking(false)}
            onKeyDown={press}
          />
        )}
      </Field>
      <div id={listId} role="listbox" aria-label={capital(noun[1])} className="choices" hidden={!isOpen}>
        {found.map((one) => {
          const refused = refusal?.(one) ?? null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which keeps the focus
            <div
              key={one.id}
              id={`${listId}-${one.id}`}
              role="option"
              aria-selected={one.id === current?.id}
              aria-disabled={refused !== null || undefined}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <span className={refused ? "min-w-0 truncate text-ink-3" : "min-w-0 truncate font-medium"}>{one.name}</span>
              <span className="min-w-0 truncate text-ink-3">{refused ?? more(one)}</span>
            </div>
          )
        })}
      </div>
      <span role="status" className="sr-only">
        {isOpen && `${found.length} ${found.length === 1 ? noun[0] : noun[1]} found`}
        {current && refusal?.(current)}
      </span>
    </div>
  )
}

/** What is found, a moment after the last key; nothing while nobody asks. */
function useFound<One>(path: string, asked: string | null): readonly One[] {
  const [found, setFound] = useState<readonly One[]>([])
  useEffect(() => {
    if (asked === null) {
      setFound([])
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${path}${path.includes("?") ? "&" : "?"}q=${encodeURIComponent(asked)}`, { signal: stop.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then(setFound)
        .catch(() => {})
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [path, asked])
  return found
}
