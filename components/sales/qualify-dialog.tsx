"use client"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { useUndoNews } from "@/components/shell/use-undo-news"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { qualifyLead } from "@/lib/sync/actions"
import type { LeadDialogProps } from "./lead-work"
import { chosen, firstChoice, type QualifyChoice } from "./qualify-choice"
import { QualifyDesk } from "./qualify-desk"
import { QualifyOutcome } from "./qualify-outcome"
import { QualifySentence } from "./qualify-sentence"

/** **Qualify**, the decision desk: what was asked for, what it matches, and what will come of it. */
export function QualifyDialog({ work, onClose }: LeadDialogProps) {
  const [choice, setChoice] = useState(() => firstChoice(work))
  const change = (changes: Partial<QualifyChoice>) => setChoice((before) => ({ ...before, ...changes }))
  const newsOf = useUndoNews(work.windowSeconds)
  const { account, contact } = chosen(work, choice)
  return (
    <CommandDialog
      title="Qualify"
      width="wide"
      busyWord="Qualifying"
      sentence={<QualifySentence work={work} choice={choice} />}
      action={qualifyLead}
      hidden={{ leadId: work.id, accountId: account?.id ?? "", contactId: contact?.id ?? "", opportunity: choice.opportunity }}
      undoSeconds={work.windowSeconds}
      refusal={work.refusals.qualify}
      onClose={onClose}
      news={({ decisionId }) => newsOf(decisionId, "Qualified", work.companyName)}
    >
      {(errors) => (
        <div className="-mx-6 -mb-[22px]">
          <QualifyDesk work={work} choice={choice} change={change} />
          {choice.opportunity === "create" && (
            <div className="grid grid-cols-[minmax(0,1fr)_220px] gap-4 border-t border-line-2 px-6 py-4 max-m:grid-cols-1">
              <Field label="Topic" error={errors.topic}>
                {(control) => (
                  <TextInput
                    {...control}
                    name="topic"
                    maxLength={300}
                    value={choice.topic}
                    onChange={(event) => change({ topic: event.target.value })}
                  />
                )}
              </Field>
              <Field label="Est. revenue" mark={`${work.currency}, optional`} error={errors.estimatedRevenue}>
                {(control) => (
                  <TextInput
                    {...control}
                    name="estimatedRevenue"
                    inputMode="decimal"
                    className="tabular-nums"
                    defaultValue={work.estimatedValue ?? ""}
                  />
                )}
              </Field>
            </div>
          )}
          <QualifyOutcome work={work} choice={choice} />
        </div>
      )}
    </CommandDialog>
  )
}
