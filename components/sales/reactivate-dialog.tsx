"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Checkbox } from "@/components/ui/checkbox"
import { reactivateLead } from "@/lib/sync/actions"
import type { LeadDialogProps } from "./lead-work"

/** **Reactivate**: the lead is Open again, and its prospect Pending. */
export function ReactivateDialog({ work, onClose }: LeadDialogProps) {
  return (
    <CommandDialog
      title="Reactivate"
      busyWord="Reactivating"
      sentence={
        <>
          Opens <b>{work.companyName}</b> again
          {work.prospectNumber && (
            <>
              {" "}
              and makes prospect <b>{work.prospectNumber}</b> Pending
            </>
          )}
          . Nobody gets mail unless you choose so.
        </>
      }
      action={reactivateLead}
      hidden={{ leadId: work.id }}
      refusal={work.refusals.reactivate}
      onClose={onClose}
      news={() => ({ title: "Open again", text: work.companyName })}
    >
      {() =>
        work.prospectNumber && (
          <Checkbox
            label="Tell the applicant"
            name="tellApplicant"
            hint={`Sends ${work.personName} a mail that the request is being read again.`}
          />
        )
      }
    </CommandDialog>
  )
}
