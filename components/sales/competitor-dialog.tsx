"use client"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { addCompetitor, editCompetitor } from "@/lib/sales/actions"
import type { CompetitorView } from "@/lib/sales/competitors/queries"

type CompetitorDialogProps = {
  opportunityId: string
  /** The one that is edited; null adds one. */
  competitor: CompetitorView | null
  others: readonly { id: string; name: string }[]
  onClose: () => void
}

/** **Add competitor** or **Edit competitor**. What is said of one is shared by every opportunity that has it. */
export function CompetitorDialog({ opportunityId, competitor, others, onClose }: CompetitorDialogProps) {
  const [known, choose] = useState("")
  const isNew = competitor === null && known === ""
  return (
    <CommandDialog
      title={competitor ? "Edit competitor" : "Add competitor"}
      busyWord="Saving"
      sentence="What you write about a competitor is shared by every opportunity that has it."
      action={competitor ? editCompetitor : addCompetitor}
      hidden={competitor ? { competitorId: competitor.id } : { opportunityId }}
      onClose={onClose}
      news={({ name }) => ({ title: competitor ? "Saved" : "Added", text: name })}
    >
      {(errors) => (
        <>
          {!competitor && others.length > 0 && (
            <Field label="Competitor" error={errors.competitorId}>
              {(control) => (
                <Select
                  {...control}
                  name="competitorId"
                  value={known}
                  onChange={(event) => choose(event.target.value)}
                  placeholder="A new one"
                  options={others.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </Field>
          )}
          {(competitor || isNew) && (
            <>
              <Field label="Name" error={errors.name}>
                {(control) => <TextInput {...control} name="name" maxLength={160} autoComplete="off" defaultValue={competitor?.name} />}
              </Field>
              <Field label="Website" mark="optional" error={errors.website}>
                {(control) => (
                  <TextInput {...control} name="website" maxLength={200} autoComplete="off" defaultValue={competitor?.website ?? ""} />
                )}
              </Field>
              <Field label="Strengths" mark="optional" error={errors.strengths}>
                {(control) => (
                  <Textarea {...control} name="strengths" rows={2} maxLength={2000} defaultValue={competitor?.strengths ?? ""} />
                )}
              </Field>
              <Field label="Weaknesses" mark="optional" error={errors.weaknesses}>
                {(control) => (
                  <Textarea {...control} name="weaknesses" rows={2} maxLength={2000} defaultValue={competitor?.weaknesses ?? ""} />
                )}
              </Field>
            </>
          )}
        </>
      )}
    </CommandDialog>
  )
}
