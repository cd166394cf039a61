"use client"
import { useOptimistic, useState, useTransition } from "react"
import type { ActionError, ActionResult } from "@/lib/identity/action"
import type { FieldText } from "@/lib/platform/editable"
import type { Conflict } from "@/lib/platform/editing/edit-record"
import { editLead, editOpportunity } from "@/lib/sales/actions"
import { editAccount, editContact, editCustomer } from "@/lib/sync/actions"
import type { EditedRecord } from "./edit-view"

type Texts = Record<string, FieldText>
type Saved = { version: number; saved: Texts; conflicts: Conflict[] }

/** What is being saved: the values that were typed, over those that were shown, of the version that was shown. */
export type Edit = { version: number; base: Texts; changes: Texts }
export type Clashed = { version: number; conflicts: Conflict[] }

const actions: Record<EditedRecord["kind"], (input: Edit & { id: string }) => Promise<ActionResult<Saved>>> = {
  lead: editLead,
  opportunity: editOpportunity,
  account: editAccount,
  contact: editContact,
  customer: editCustomer,
}

const unreachable: ActionError = {
  code: "broken",
  message: "The server could not be reached. What you typed is still here; try again.",
  fields: {},
}

/** Saves edits of a record. What was typed is shown at once; `failed` gets it back when it could not be saved. */
export function useEdit({ kind, id }: EditedRecord) {
  const [typed, setTyped] = useOptimistic<Texts>({})
  const [clash, setClash] = useState<Clashed | null>(null)
  const [said, say] = useState("")
  const [busy, start] = useTransition()
  const save = (edit: Edit, words: string, failed: (error: ActionError) => void) =>
    start(async () => {
      setTyped(edit.changes)
      const result = await actions[kind]({ id, ...edit }).catch(() => ({ ok: false as const, error: unreachable }))
      if (!result.ok) return failed(result.error)
      const { version, conflicts } = result.data
      setClash(conflicts.length > 0 ? { version, conflicts } : null)
      say(conflicts.length > 0 ? "" : `${words} saved`)
    })
  return { typed, save, busy, said, clash, settle: () => setClash(null) }
}
