"use client"
import { Check } from "lucide-react"
import { useRouter } from "next/navigation"
import { type FormEvent, useState, useTransition } from "react"
import { Dialog } from "@/components/ui/dialog"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { useToast } from "@/components/ui/toast"
import { beginRun } from "@/lib/bulk/actions"
import { type BulkKind, type BulkList, bulkKinds, countedRecords } from "@/lib/bulk/kinds"
import type { ActionError } from "@/lib/identity/action"
import { DeedFields } from "./deed-fields"

type BeginDialogProps = {
  kind: BulkKind
  chosen: { list: BulkList; scope: "ticked" | "all"; ids: string[]; view: string }
  count: number
  viewer: { id: string; name: string }
  mayGive: boolean
  /** The first of the ticked records, for an example. */
  first: string | null
  onClose: () => void
  /** The run is made: nothing needs to stay ticked. */
  onBegun: () => void
}

/** These are begun at once where nothing stands against any of the records; everything else is looked at first. */
const straight: readonly BulkKind[] = ["assign", "assign_by_rules", "rate"]

const unreachable: ActionError = { code: "broken", message: "The server could not be reached. Nothing was begun; try again.", fields: {} }

/** What is the same for all records of a run; then each of them is looked at, and nothing is done before that. */
export function BeginDialog({ kind, chosen, count, viewer, mayGive, first, onClose, onBegun }: BeginDialogProps) {
  const router = useRouter()
  const { showToast } = useToast()
  const [error, setError] = useState<ActionError | null>(null)
  const [busy, start] = useTransition()
  const { word } = bulkKinds[kind]
  const isStraight = straight.includes(kind)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const input = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    start(async () => {
      const result = await beginRun({ ...chosen, kind, input, isStraight }).catch(() => ({ ok: false as const, error: unreachable }))
      if (!result.ok) return setError(result.error)
      onClose()
      onBegun()
      if (result.data.hasBegun)
        showToast({ title: `${bulkKinds[kind].doing} ${countedRecords(chosen.list, result.data.total)}`, text: result.data.title })
      else router.push(`/sales/runs/${result.data.id}`)
    })
  }
  const records = `${chosen.scope === "all" ? "all " : ""}${countedRecords(chosen.list, count)}${chosen.scope === "all" ? " that match" : ""}`
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={word}
      sentence={
        <>
          {sentences[kind](records)} <span className="text-ink-3">{isStraight ? lookWhere : lookFirst}</span>
        </>
      }
      form={{ onSubmit: submit, noValidate: true }}
      footer={
        <SubmitButton icon={<Check aria-hidden="true" />} busy={busy} busyLabel="Looking at each">
          {word}
        </SubmitButton>
      }
    >
      <div role="alert" className="-mx-6 empty:hidden">
        {error && Object.keys(error.fields).length === 0 && <Strip tone="bad">{error.message}</Strip>}
      </div>
      <DeedFields kind={kind} list={chosen.list} viewer={viewer} mayGive={mayGive} first={first} errors={error?.fields ?? {}} />
    </Dialog>
  )
}

const lookFirst = "Each is looked at first: you see what is ready, what needs a choice and what is blocked before anything is done."
const lookWhere = "Where one of them is blocked you are shown which and why before anything is done."

const sentences: Record<BulkKind, (records: string) => string> = {
  assign: (records) => `Gives ${records} an owner.`,
  assign_by_rules: (records) => `Gives ${records} to whomever the assignment rules say, also those that somebody owns.`,
  rate: (records) => `Gives ${records} a rating.`,
  qualify: (records) => `Turns ${records} into accounts, contacts and opportunities.`,
  disqualify: (records) => `Disqualifies ${records}, rejects their prospects in Commerce and sends the decline mails.`,
  approve: (records) => `Makes partners of ${records}: customers, a customer hierarchy and an invitation by mail for each.`,
  reject: (records) => `Rejects ${records}, closes what Sales has of them and sends the decline mails.`,
  reopen: (records) => `Opens ${records} again and makes their prospects Pending; the access of those that were Won ends at once.`,
  reactivate: (records) => `Opens ${records} again and makes their prospects Pending.`,
  set_terms: (records) => `Gives ${records} one code, such as their payment terms.`,
  set_channels: (records) => `Brings ${records} into a channel, takes them out of one, or lets them belong to all.`,
  ask: (records) => `Writes to the applicants of ${records}, each by name.`,
}
