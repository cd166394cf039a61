"use client"
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react"
import { Avatar } from "@/components/ui/avatar"
import { cn } from "@/components/ui/cn"
import type { FieldSize } from "@/components/ui/field"
import type { Mentioned } from "@/lib/identity/mentions"
import { fold } from "@/lib/platform/fold"
import { useColleagues } from "./use-colleagues"

type MentionTextareaProps = Omit<ComponentProps<"textarea">, "value" | "defaultValue" | "size"> & {
  size?: FieldSize
  given?: string
  /** Who is mentioned in it already. */
  mentioned?: readonly Mentioned[]
  onText?: (text: string) => void
}

const most = 7
/** An @ that begins a word, and what follows it up to the caret. */
const asking = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u

/** Several lines, in which @ offers the colleagues: arrows choose, Enter or Tab takes, Escape leaves. Who was taken goes along as ids. */
export function MentionTextarea({ size: _size, given = "", mentioned = [], className, onText, onKeyDown, ...rest }: MentionTextareaProps) {
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(given)
  const [taken, setTaken] = useState<readonly Mentioned[]>(mentioned)
  const [query, setQuery] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const [isUsed, setUsed] = useState(false)
  const { colleagues } = useColleagues(!isUsed)
  const wanted = fold(query ?? "")
  const found = query === null ? [] : (colleagues ?? []).filter(({ name }) => ` ${fold(name)}`.includes(` ${wanted}`)).slice(0, most)
  const isOpen = found.length > 0
  const current = found[Math.min(at, found.length - 1)]

  const look = () => {
    const { selectionStart = 0, value = "" } = field.current ?? {}
    const next = value.slice(0, selectionStart).match(asking)?.[1] ?? null
    if (next !== query) setAt(0)
    setQuery(next)
  }
  const write = (value: string) => {
    setText(value)
    onText?.(value)
  }
  const take = (person: Mentioned) => {
    const input = field.current
    if (!input) return
    const start = input.selectionStart - (query?.length ?? 0)
    const before = `${text.slice(0, start)}${person.name} `
    write(before + text.slice(input.selectionStart))
    setTaken((people) => [...people, { id: person.id, name: person.name }])
    setQuery(null)
    requestAnimationFrame(() => {
      input.focus()
      input.setSelectionRange(before.length, before.length)
    })
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault()
      setAt((place) => (place + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length)
    } else if (isOpen && current && (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      take(current)
    } else if (isOpen && event.key === "Escape") {
      event.preventDefault()
      event.stopPropagation()
      setQuery(null)
    } else onKeyDown?.(event)
  }
  return (
    <div className="relative">
      <input type="hidden" name="mentions" value={taken.map(({ id }) => id).join(",")} />
      <textarea
        {...rest}
        ref={field}
        className={cn("input", className)}
        value={text}
        onChange={(event) => {
          write(event.target.value)
          look()
        }}
        onSelect={look}
        onFocus={() => setUsed(true)}
        onBlur={() => setQuery(null)}
        onKeyDown={press}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && current ? `${listId}-${current.id}` : undefined}
      />
      {isOpen && (
        <div id={listId} role="listbox" aria-label="Colleagues" className="choices">
          {found.map((person) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which keeps the focus
            <div
              key={person.id}
              id={`${listId}-${person.id}`}
              role="option"
              aria-selected={person.id === current?.id}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              <Avatar name={person.name} />
              {person.name}
            </div>
          ))}
        </div>
      )}
      <span role="status" className="sr-only">
        {isOpen && `${found.length} ${found.length === 1 ? "colleague" : "colleagues"}: ${current?.name}`}
      </span>
    </div>
  )
}
