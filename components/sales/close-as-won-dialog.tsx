"use client"
import { Mail } from "lucide-react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { useUndoNews } from "@/components/shell/use-undo-news"
import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"
import { closeAsWon } from "@/lib/sync/actions"
import { CloseFields } from "./close-fields"
import { counted, listed } from "./counted"
import type { OpportunityDialogProps, OpportunityWorkView } from "./opportunity-work"
import { Requests } from "./requests"

/** **Close as Won**: approves the prospect, and says beforehand what comes of that. */
export function CloseAsWonDialog({ work, onClose }: OpportunityDialogProps) {
  const newsOf = useUndoNews(work.windowSeconds)
  return (
    <CommandDialog
      title="Close as Won"
      busyWord="Closing"
      sentence={<Sentence work={work} />}
      action={closeAsWon}
      hidden={{ opportunityId: work.id }}
      undoSeconds={work.windowSeconds}
      refusal={work.refusals.close}
      onClose={onClose}
      news={(data) =>
        newsOf(
          data,
          "Closed as Won",
          data.hierarchyNumber ? `${data.hierarchyNumber} is there. The invitation to ${work.personName} leaves soon.` : work.topic,
        )
      }
    >
      {(errors) => (
        <>
          <CloseFields work={work} errors={errors} revenue={work.estimatedRevenue} />
          <Field label="Description" mark="optional" hint="What helped to win. Stays on the close record." error={errors.description}>
            {(control) => <Textarea {...control} name="description" maxLength={2000} />}
          </Field>
          {work.doesDecide && (
            <p className="flex items-center gap-2.5 border-t border-line pt-3.5 text-ink-2">
              <Mail size={16} className="flex-none text-ink-3" aria-hidden="true" />
              <span className="min-w-0">
                B2B prospect approved, to{" "}
                <b className="wrap-anywhere text-ink">
                  {work.requests.length > 1 ? `each of the ${work.requests.length} applicants` : work.email}
                </b>
              </span>
            </p>
          )}
        </>
      )}
    </CommandDialog>
  )
}

function Sentence({ work }: { work: OpportunityWorkView }) {
  const { foresight, companyName, personName, requests } = work
  if (!work.doesDecide || !foresight) {
    return (
      <>
        Closes <b>{work.topic}</b> as Won. Nothing changes in Commerce, and nobody gets mail.
      </>
    )
  }
  const { provisional, missing, hierarchy } = foresight
  return (
    <>
      Approves <Requests requests={requests} companyName={companyName} />
      {provisional.length > 0 && (
        <>
          , makes <b>{listed(provisional)}</b> Active
        </>
      )}
      {missing > 0 && (
        <>
          , creates <b>{missing === 1 ? "1 customer" : `${missing} customers`}</b>
        </>
      )}
      , {hierarchy.exists ? "uses" : "creates"} hierarchy <b>{hierarchy.number}</b> with{" "}
      <b>{listed(requests.length > 1 ? [...new Set(requests.map((request) => request.personName))] : [personName])}</b> as{" "}
      {requests.length > 1 ? "Admins" : "Admin"} and sends <b>{counted(requests.length, "invitation")}</b>
      {requests.length === 1 && ` in ${work.languageName}`}.
    </>
  )
}
