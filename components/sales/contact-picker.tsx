"use client"
import { type KeyboardEvent, useEffect, useId, useState } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { FoundContact } from "@/lib/sales/contacts/find-contacts"

type ContactPickerProps = {
  label: string
  hint: string
  given: string
  contactId: string | null
  onContact: (id: string | null) => void
  error?: string
}

const pauseMs = 150
const fewest = 3

/** A name that may be a contact of ours: contacts are offered as one types; arrows choose, Enter takes. Typing on means another name. */
export function ContactPicker({ label, hint, given, contactId, onContact, error }: ContactPickerProps) {
  const listId = useId()
  const [name, setName] = useState(given)
  const [isAsking, setAsking] = useState(false)
  const [at, setAt] = useState(-1)
  const found = useContacts(isAsking ? name : "")
  const isOpen = isAsking && found.length > 0
  const current = isOpen ? found[at] : undefined

  const take = (contact: FoundContact) => {
    setName(contact.name)
    setAsking(false)
    onContact(contact.id)
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
      <input type="hidden" name="contactId" value={contactId ?? ""} />
      <Field label={label} mark={contactId ? "a contact of ours" : undefined} hint={hint} error={error}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            value={name}
            maxLength={120}
            autoComplete="off"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
            onChange={(event) => {
              setName(event.target.value)
              setAsking(true)
              setAt(-1)
              onContact(null)
            }}
            onBlur={() => setAsking(false)}
            onKeyDown={press}
          />
        )}
      </Field>
      <div id={listId} role="listbox" aria-label="Contacts" className="choices" hidden={!isOpen}>
        {found.map((contact) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which keeps the focus
          <div
            key={contact.id}
            id={`${listId}-${contact.id}`}
            role="option"
            aria-selected={contact.id === current?.id}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(contact)}
          >
            <span className="min-w-0 truncate font-medium">{contact.name}</span>
            <span className="min-w-0 truncate text-ink-3">{[contact.accountName, contact.email].filter(Boolean).join(", ")}</span>
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {isOpen && `${found.length} ${found.length === 1 ? "contact" : "contacts"} found`}
      </span>
    </div>
  )
}

function useContacts(typed: string): readonly FoundContact[] {
  const [found, setFound] = useState<readonly FoundContact[]>([])
  useEffect(() => {
    const text = typed.trim()
    if (text.length < fewest) {
      setFound([])
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/contacts?q=${encodeURIComponent(text)}`, { signal: stop.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then(setFound)
        .catch(() => {})
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])
  return found
}
