"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { useUndoNews } from "@/components/shell/use-undo-news"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { lossReasons, opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import { closeAsLost } from "@/lib/sync/actions"
import { CloseFields } from "./close-fields"
import { listed } from "./counted"
import type { OpportunityDialogProps, OpportunityWorkView } from "./opportunity-work"
import { Requests } from "./requests"

const reasons = lossReasons.map((value) => ({ value, label: opportunityStatusReasons[value].word }))

/** **Close as Lost**: rejects the prospect; the description stays inside, the note goes out. */
export function CloseAsLostDialog({ work, onClose }: OpportunityDialogProps) {
  const newsOf = useUndoNews(work.windowSeconds)
  return (
    <CommandDialog
      title="Close as Lost"
      busyWord="Closing"
      sentence={<Sentence work={work} />}
      action={closeAsLost}
      hidden={{ opportunityId: work.id }}
      undoSeconds={work.windowSeconds}
      refusal={work.refusals.close}
      onClose={onClose}
      news={(data) =>
        newsOf(
          data,
          "Closed as Lost",
          work.doesDecide
            ? work.requests.length > 1
              ? "The decline mails leave soon."
              : `The decline mail to ${work.personName} leaves soon.`
            : work.topic,
        )
      }
    >
      {(errors) => (
        <>
          <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
            <Field label="Status reason" error={errors.statusReason}>
              {(control) => <Select {...control} name="statusReason" options={reasons} defaultValue="canceled" />}
            </Field>
            <Field label="Competitor" mark="optional" error={errors.competitor}>
              {(control) => (
                <>
                  <TextInput {...control} name="competitor" maxLength={160} autoComplete="off" list="competitors" />
                  <datalist id="competitors">
                    {work.competitors.map((name) => (
                      <option key={name} value={name} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
          </div>
          <CloseFields work={work} errors={errors} revenue={null} />
          <Field label="Description" mark="optional" hint="Stays inside, on the close record." error={errors.description}>
            {(control) => <Textarea {...control} name="description" maxLength={2000} rows={2} />}
          </Field>
          {work.doesDecide && (
            <Field label="Note to the applicant" mark="optional" hint="Goes out with the decline mail." error={errors.noteToApplicant}>
              {(control) => <Textarea {...control} name="noteToApplicant" maxLength={2000} rows={2} />}
            </Field>
          )}
        </>
      )}
    </CommandDialog>
  )
}

function Sentence({ work }: { work: OpportunityWorkView }) {
  if (!work.doesDecide) {
    return (
      <>
        Closes <b>{work.topic}</b> as Lost. Nothing changes in Commerce, and nobody gets mail.
      </>
    )
  }
  const provisional = work.foresight?.provisional ?? []
  return (
    <>
      Rejects <Requests requests={work.requests} companyName={work.companyName} />
      {provisional.length > 0 && (
        <>
          , archives <b>{listed(provisional)}</b>
        </>
      )}{" "}
      and sends{" "}
      {work.requests.length > 1 ? (
        <>
          the decline mail to each of the <b>{work.requests.length} applicants</b>.
        </>
      ) : (
        <>
          <b>{work.personName}</b> the decline mail in {work.languageName}.
        </>
      )}
    </>
  )
}
