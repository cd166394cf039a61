"use client"
import { type KeyboardEvent, useEffect, useId, useState } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { FoundOrganization } from "@/lib/commerce/hierarchies/find-organizations"

const pauseMs = 150

/** An organization that exists: some are offered as one types; arrows choose, Enter takes. One that cannot be taken says why. */
export function OrganizationPicker({ error }: { error?: string }) {
  const listId = useId()
  const [typed, setTyped] = useState("")
  const [taken, setTaken] = useState<FoundOrganization | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [at, setAt] = useState(-1)
  const found = useOrganizations(typed, isAsking)
  const isOpen = isAsking && found.length > 0
  const current = isOpen ? found[at] : undefined

  const take = (organization: FoundOrganization) => {
    if (organization.refusal) return
    setTyped(organization.name)
    setTaken(organization)
    setAsking(false)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!isOpen) return
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      setAt((place) => (place + (event.key === "ArrowDown" ? 1 : found.length)) % found.length)
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
      <input type="hidden" name="customerId" value={taken?.id ?? ""} />
      <Field
        label="Organization"
        mark={taken ? `${taken.number}, ${peopleOf(taken)}` : undefined}
        hint="An Active organization without a hierarchy of its own. Type a part of its name or number."
        error={error}
      >
        {(control) => (
          <TextInput
            {...control}
            value={typed}
            maxLength={120}
            autoComplete="off"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
            onFocus={() => setAsking(taken === null)}
            onChange={(event) => {
              setTyped(event.target.value)
              setTaken(null)
              setAsking(true)
              setAt(-1)
            }}
            onBlur={() => setAsking(false)}
            onKeyDown={press}
          />
        )}
      </Field>
      <div id={listId} role="listbox" aria-label="Organizations" className="choices" hidden={!isOpen}>
        {found.map((organization) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which keeps the focus
          <div
            key={organization.id}
            id={`${listId}-${organization.id}`}
            role="option"
            aria-selected={organization.id === current?.id}
            aria-disabled={organization.refusal !== null || undefined}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(organization)}
          >
            <span className={organization.refusal ? "min-w-0 truncate text-ink-3" : "min-w-0 truncate font-medium"}>
              {organization.name}
            </span>
            <span className="min-w-0 truncate text-ink-3">
              {organization.refusal ?? [organization.number, organization.city, peopleOf(organization)].filter(Boolean).join(", ")}
            </span>
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {isOpen && `${found.length} ${found.length === 1 ? "organization" : "organizations"} found`}
        {current?.refusal}
      </span>
    </div>
  )
}

const peopleOf = ({ people }: FoundOrganization) => (people === 1 ? "1 person" : `${people} people`)

function useOrganizations(typed: string, isAsking: boolean): readonly FoundOrganization[] {
  const [found, setFound] = useState<readonly FoundOrganization[]>([])
  useEffect(() => {
    if (!isAsking) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/organizations?q=${encodeURIComponent(typed.trim())}`, { signal: stop.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then(setFound)
        .catch(() => {})
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed, isAsking])
  return found
}
