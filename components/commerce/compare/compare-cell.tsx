"use client"
import { Diff } from "lucide-react"
import { useRef, useState } from "react"
import { CellClash } from "@/components/shell/list/cell-clash"
import type { CellEdit, SaveOutcome } from "@/components/shell/list/cell-edit"
import { CellEditor } from "@/components/shell/list/cell-editor"
import { momentText } from "@/components/ui/time"
import { useToast } from "@/components/ui/toast"
import { differs, shownValue } from "@/lib/commerce/side-by-side/differences"
import type { ComparedMember } from "@/lib/commerce/side-by-side/member-values"
import type { ComparisonField } from "@/lib/commerce/side-by-side/queries"
import { listCountries } from "@/lib/platform/countries"

export type CompareCellProps = {
  member: ComparedMember
  field: ComparisonField
  column: number
  base: ComparedMember | undefined
  isCurrent: boolean
  isEditing: boolean
  onEdit: () => void
  /** The editor is closed; the cell takes the focus again. */
  onDone: () => void
  save: (to: string, isForced?: boolean) => Promise<SaveOutcome>
}

type State = { is: "still" } | { is: "saving"; to: string } | { is: "clash"; to: string; sentence: string }

/** One property of one member. What differs from the Admin has a sign, a tint and words. */
export function CompareCell({ member, field, column, base, isCurrent, isEditing, onEdit, onDone, save }: CompareCellProps) {
  const { showToast } = useToast()
  const cell = useRef<HTMLTableCellElement>(null)
  const [state, setState] = useState<State>({ is: "still" })
  const isOther = differs(field, member, base)
  const stored = member.values[field.key] ?? ""
  const shown = shownValue(field, state.is === "saving" ? state.to : stored)
  const text = field.kind === "time" && shown ? momentText(new Date(shown), "date") : shown

  const send = async (to: string, isForced = false) => {
    setState({ is: "saving", to })
    onDone()
    const outcome = await save(to, isForced)
    if (outcome.is === "refused") showToast({ tone: "bad", title: `${field.label} not saved`, text: outcome.why })
    setState(outcome.is === "clash" ? { is: "clash", to, sentence: outcome.sentence } : { is: "still" })
  }
  const settle = () => {
    setState({ is: "still" })
    cell.current?.focus()
  }
  return (
    <td
      ref={cell}
      aria-colindex={column + 2}
      tabIndex={isCurrent ? 0 : -1}
      data-place={column + 1}
      className={isOther ? "compare-differs" : undefined}
      title={isOther ? `${base?.name} has ${shownValue(field, base?.values[field.key]) || "nothing"}` : undefined}
      onDoubleClick={field.isEditable ? onEdit : undefined}
    >
      {isEditing ? (
        <CellEditor
          label={`${field.label} of ${member.name}`}
          edit={editOf(field)}
          value={stored}
          onSave={(to) => void send(to)}
          onCancel={onDone}
        />
      ) : (
        <>
          {isOther && <Diff size={13} className="compare-sign" aria-hidden="true" />}
          <span className={text ? undefined : "text-ink-3"}>{text || "–"}</span>
          {isOther && <span className="sr-only">, differs from the Admin</span>}
        </>
      )}
      {state.is === "clash" && <CellClash sentence={state.sentence} onTheirs={settle} onMine={() => void send(state.to, true)} />}
    </td>
  )
}

/** How a property is typed; what the cell itself knows is not asked of the editor. */
const editOf = ({ kind, choices, isRequired }: ComparisonField): CellEdit => ({
  options: optionsOf(kind, choices, isRequired),
  input: kind === "day" ? "date" : undefined,
  mayBeEmpty: !isRequired,
  refusal: () => null,
  valueOf: (value) => String(value ?? ""),
  cellOf: (value) => value,
  save: async () => ({ is: "saved" }),
})

function optionsOf(kind: ComparisonField["kind"], choices: ComparisonField["choices"], isRequired: boolean): CellEdit["options"] {
  const none = isRequired ? [] : [{ value: "", label: "Nothing" }]
  if (choices) return [...none, ...Object.entries(choices).map(([value, label]) => ({ value, label }))]
  if (kind === "country") return [...none, ...listCountries().map(({ code, name }) => ({ value: code, label: name }))]
  return undefined
}
