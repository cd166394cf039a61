"use client"
import { useRouter } from "next/navigation"
import { useContext, useState } from "react"
import { useToast } from "@/components/ui/toast"
import type { Cell } from "@/lib/platform/fields"
import type { ListRow } from "@/lib/platform/list-source"
import { addToHere } from "./add-to-here"
import { CellEditsContext, type SaveOutcome } from "./cell-edit"
import type { ListColumn } from "./list-columns"
import { whyNotUndone } from "./save-cell"

type Place = { id: string; name: string }
/** What is edited, with the row as it was shown then: a colleague's change that comes meanwhile is a conflict, not a starting point. */
type Editing = Place & { row: ListRow }
export type Clash = Place & { sentence: string; from: string; to: string }

const unreachable: SaveOutcome = { is: "refused", why: "The server could not be reached. Look whether it was saved." }

/** Editing in cells: what is being edited, what is shown before the server answers, and what a colleague changed first. */
export function useCellEdits(columns: readonly ListColumn[], freshen: (ids: readonly string[]) => Promise<unknown>) {
  const edits = useContext(CellEditsContext)
  const router = useRouter()
  const { showToast } = useToast()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  const [saving, setSaving] = useState<ReadonlyMap<string, Cell>>(new Map())

  /** Begins to edit a cell; false where this field is not edited here. */
  const begin = (row: ListRow, name: string): boolean => {
    const edit = edits[name]
    if (!edit) return false
    const why = edit.refusal(row)
    if (why) showToast({ tone: "bad", title: "Not editable", text: why })
    else setEditing({ id: row.id, name, row })
    return true
  }

  const save = async (row: ListRow, name: string, from: string, to: string, isForced = false) => {
    const edit = edits[name]
    setEditing(null)
    setClash(null)
    if (!edit) return
    const key = `${row.id} ${name}`
    setSaving((now) => new Map(now).set(key, edit.cellOf(to)))
    const outcome = await edit.save(row, from, to, isForced).catch(() => unreachable)
    if (outcome.is !== "asks") await freshen([row.id])
    setSaving((now) => new Map([...now].filter(([other]) => other !== key)))
    const label = columns.find((column) => column.name === name)?.label ?? "Cell"
    if (outcome.is === "refused") showToast({ tone: "bad", title: `${label} not changed`, text: outcome.why })
    if (outcome.is === "clash") setClash({ id: row.id, name, sentence: outcome.sentence, from, to })
    if (outcome.is === "asks") router.push(addToHere(outcome.href), { scroll: false })
    if (outcome.is !== "saved") return
    const undo = outcome.undo
    showToast({
      title: `${label} saved`,
      undo:
        undo &&
        (async () => {
          const why = await whyNotUndone(undo)
          await freshen([row.id])
          if (why) showToast({ tone: "bad", title: `${label} not changed back`, text: why })
        }),
      seconds: undo ? 20 : 4,
    })
  }

  return { edits, editing, clash, saving, begin, save, cancel: () => setEditing(null), keepTheirs: () => setClash(null) }
}
