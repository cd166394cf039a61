"use client"
import { Check, UserCheck, X } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { type SelectedRow, useGridSelection } from "@/components/ui/grid-selection"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { assignLead } from "@/lib/sales/actions"
import type { Owner } from "@/lib/sales/owners"
import { listOwners } from "./owner-edit"

type Result = SelectedRow & { refused: string | null }

/** **Assign** for the ticked leads: each is judged by itself, and each says what came of it. */
export function BulkAssign({ viewer, mayGive }: { viewer: Owner; mayGive: boolean }) {
  const grid = useGridSelection()
  const [owners, setOwners] = useState<readonly Owner[] | null>(null)
  if (!grid || grid.rows.length === 0) return null
  const open = async () => setOwners(mayGive ? await listOwners().catch(() => [viewer]) : [viewer])
  return (
    <>
      <Button size="s" icon={<UserCheck aria-hidden="true" />} aria-haspopup="dialog" onClick={open}>
        Assign
      </Button>
      {owners && <AssignDialog rows={grid.rows} owners={owners} viewerId={viewer.id} onClose={() => setOwners(null)} />}
    </>
  )
}

type AssignDialogProps = { rows: readonly SelectedRow[]; owners: readonly Owner[]; viewerId: string; onClose: () => void }

function AssignDialog({ rows, owners, viewerId, onClose }: AssignDialogProps) {
  const router = useRouter()
  const [results, setResults] = useState<readonly Result[]>([])
  const [busy, start] = useTransition()
  const isDone = results.length === rows.length
  const count = `${rows.length} ${rows.length === 1 ? "lead" : "leads"}`
  const submit = (form: FormData) =>
    start(async () => {
      for (const row of rows) {
        const result = await assignLead({ leadId: row.id, ownerId: String(form.get("ownerId")) }).catch(() => null)
        const refused = result?.ok ? null : (result?.error.message ?? "The server could not be reached.")
        setResults((now) => [...now, { ...row, refused }])
      }
      router.refresh()
    })
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Assign"
      sentence={`Gives ${count} an owner. Nobody gets mail.`}
      form={{
        onSubmit: (event) => {
          event.preventDefault()
          if (!busy && !isDone) submit(new FormData(event.currentTarget))
        },
      }}
      cancelWord={isDone ? "Close" : "Cancel"}
      footer={
        isDone ? null : (
          <SubmitButton icon={<Check aria-hidden="true" />} busy={busy} busyLabel="Assigning">
            Assign
          </SubmitButton>
        )
      }
    >
      {results.length === 0 && !busy && (
        <Field label="Owner">
          {(control) => (
            <Select
              {...control}
              name="ownerId"
              options={owners.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={viewerId}
            />
          )}
        </Field>
      )}
      <ul role="status" className="grid max-h-72 gap-1.5 overflow-auto">
        {results.map(({ id, name, refused }) => (
          <li key={id} className="flex items-start gap-2">
            {refused ? (
              <X size={16} aria-hidden="true" className="mt-0.5 flex-none text-bad" />
            ) : (
              <Check size={16} aria-hidden="true" className="mt-0.5 flex-none text-good" />
            )}
            <span className="min-w-0 wrap-anywhere">
              <b>{name}</b> {refused ?? "assigned"}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
