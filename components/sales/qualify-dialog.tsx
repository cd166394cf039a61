"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { useUndoNews } from "@/components/shell/use-undo-news"
import { Strip } from "@/components/ui/strip"
import { qualifyLead } from "@/lib/sync/actions"
import type { DeskView } from "@/lib/sync/conversion/desk"
import { Desk } from "./desk/desk"
import { type DeskChoice, firstChoice, foresee, hiddenFields, stillThere } from "./desk/desk-choice"
import { DeskOutcome } from "./desk/desk-outcome"
import { DeskSentence } from "./desk/desk-sentence"
import { OpportunityFields } from "./desk/opportunity-fields"
import type { LeadDialogProps, LeadWorkView } from "./lead-work"

/** **Qualify**, the decision desk: what was asked for, what it matches, and what will come of it. */
export function QualifyDialog({ work, onClose }: LeadDialogProps) {
  const { desk } = work
  if (desk) return <OpenDesk work={work} desk={desk} onClose={onClose} />
  return (
    <CommandDialog
      title="Qualify"
      sentence={`${work.companyName} cannot be qualified now.`}
      busyWord="Qualifying"
      action={qualifyLead}
      hidden={{ leadId: work.id }}
      refusal={work.refusals.qualify}
      onClose={onClose}
    />
  )
}

function OpenDesk({ work, desk, onClose }: { work: LeadWorkView; desk: DeskView; onClose: () => void }) {
  const router = useRouter()
  const [kept, setChoice] = useState(() => firstChoice(desk))
  // The page may have been read again meanwhile: what was chosen stays, as far as it is there.
  const choice = stillThere(desk, kept)
  const change = (changes: Partial<DeskChoice>) => setChoice({ ...choice, ...changes })
  const newsOf = useUndoNews(work.windowSeconds)
  const { plan, refusal } = foresee(desk, choice)
  const props = { work, desk, choice, change, plan }
  return (
    <CommandDialog
      title="Qualify"
      width="wide"
      busyWord="Qualifying"
      sentence={<DeskSentence work={work} plan={plan} />}
      action={qualifyLead}
      hidden={hiddenFields(desk, choice)}
      undoSeconds={work.windowSeconds}
      refusal={work.refusals.qualify}
      blocked={refusal}
      onRefused={() => router.refresh()}
      onClose={onClose}
      news={(data) => newsOf(data, "Qualified", work.companyName)}
    >
      {(errors) => (
        <div className="-mx-6 -mb-[22px]">
          {refusal && (
            <Strip tone="wait" live>
              {refusal}
            </Strip>
          )}
          <Desk {...props} />
          {choice.opportunity === "create" && <OpportunityFields {...props} errors={errors} />}
          <DeskOutcome work={work} plan={plan} />
        </div>
      )}
    </CommandDialog>
  )
}
