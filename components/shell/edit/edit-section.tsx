"use client"
import { Pencil } from "lucide-react"
import dynamic from "next/dynamic"
import { Fragment, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { type Draft, EditForm } from "./edit-form"
import type { EditedRecord, EditField, EditRow } from "./edit-view"
import { shownText } from "./shown-text"
import { useEdit } from "./use-edit"
import { useEditKey } from "./use-edit-key"

const ConflictDialog = dynamic(() => import("./conflict-dialog").then((part) => part.ConflictDialog), { ssr: false })

type EditSectionProps = {
  title: string
  record: EditedRecord
  rows: readonly EditRow[]
  /** Long labels get more room. */
  wide?: boolean
  /** What its command says, where the title would be too long for it. */
  command?: string
  children?: ReactNode
}

const whole = "section"

/** A section whose fields are edited where they stand: a click on a value, its pencil, or Edit (E) for all of them. */
export function EditSection({ title, record, rows, wide, command = `Edit ${title.toLowerCase()}`, children }: EditSectionProps) {
  const { typed, save, busy, said, clash, settle } = useEdit(record)
  const [open, setOpen] = useState<{ at: string; draft: Draft } | null>(null)
  const returnTo = useRef<string | null>(null)
  const here = useRef<HTMLDivElement>(null)
  const id = useId()
  const fields = rows.flatMap((row) => row.fields)
  const editAt = (at: string, some: readonly EditField[]) => {
    if (record.refusal) return
    setOpen({ at, draft: { fields: some, version: record.version, typed: {}, error: null, errors: {} } })
  }
  const close = () => {
    returnTo.current = open?.at ?? null
    setOpen(null)
  }
  useEditKey(here, () => editAt(whole, fields))
  useEffect(() => {
    if (open || !returnTo.current) return
    here.current?.querySelector<HTMLElement>(`[data-edit="${returnTo.current}"] button, button[data-edit="${returnTo.current}"]`)?.focus()
    returnTo.current = null
  }, [open])

  const store = (draft: Draft, at: string, changes: Draft["typed"]) => {
    close()
    if (Object.keys(changes).length === 0) return
    const words = draft.fields.length === 1 ? (draft.fields[0]?.label ?? title) : title
    const base = Object.fromEntries(draft.fields.map(({ key, text }) => [key, text]))
    save({ version: draft.version, base, changes }, words, ({ message, fields: errors }) =>
      setOpen({ at, draft: { ...draft, typed: changes, error: message, errors } }),
    )
  }
  const editorOf = ({ at, draft }: { at: string; draft: Draft }, labelledBy?: string) => (
    <EditForm
      key={`${at} ${draft.error}`}
      draft={draft}
      labelledBy={labelledBy}
      historyHref={record.historyHref}
      onSave={(changes) => store(draft, at, changes)}
      onCancel={close}
    />
  )
  const edit = (
    <Button
      size="s"
      tone="ghost"
      icon={<Pencil aria-hidden="true" />}
      hint="E"
      reason={record.refusal}
      data-edit={whole}
      onClick={() => editAt(whole, fields)}
    >
      {command}
    </Button>
  )
  return (
    <div ref={here} className="edit-section" data-edit-section>
      <Section title={title} aside={open?.at === whole ? null : edit}>
        {open?.at === whole ? (
          editorOf(open)
        ) : (
          <dl className="facts" data-wide={wide || undefined}>
            {rows.map((row) => {
              const labelId = `${id}-${row.label.replaceAll(" ", "-")}`
              const isOpen = open?.at === row.label
              return (
                <Fragment key={row.label}>
                  <dt id={labelId}>{row.label}</dt>
                  {isOpen ? (
                    <dd>{editorOf(open, row.fields.length === 1 ? labelId : undefined)}</dd>
                  ) : (
                    <Value row={row} record={record} typed={typed} onEdit={() => editAt(row.label, row.fields)} />
                  )}
                </Fragment>
              )
            })}
          </dl>
        )}
        {children}
      </Section>
      <p role="status" className="sr-only">
        {said}
      </p>
      {clash && (
        <ConflictDialog key={clash.version} record={record} fields={fields} clash={clash} busy={busy} save={save} onClose={settle} />
      )}
    </div>
  )
}

type ValueProps = { row: EditRow; record: EditedRecord; typed: Draft["typed"]; onEdit: () => void }

function Value({ row: { label, shown, fields, joint = ", " }, record, typed, onEdit }: ValueProps) {
  const isTyped = fields.some(({ key }) => key in typed)
  const plain = fields.flatMap(
    (field) => shownText(field, typed[field.key] ?? (field.key in typed ? null : field.text), record.currency) ?? [],
  )
  const value = shown !== undefined && !isTyped ? shown : plain.join(joint)
  const content = value === null || value === "" ? <span className="text-ink-3">Not given</span> : value
  if (fields.length === 0 || record.refusal) return <dd>{content}</dd>
  const click = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a, button")) return
    if (!window.getSelection()?.toString()) onEdit()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the pencil inside it is the keyboard's way
    <dd className="edit-value" data-edit={label} data-saving={isTyped || undefined} onClick={click}>
      {content}
      <button type="button" className="edit-pencil" aria-label={`Edit ${label.toLowerCase()}`} onClick={onEdit}>
        <Pencil aria-hidden="true" />
      </button>
    </dd>
  )
}
