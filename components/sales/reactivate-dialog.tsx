"use client"
import { Checkbox } from "@/components/ui/checkbox"
import { useToast } from "@/components/ui/toast"
import { reactivateLead } from "@/lib/sync/actions"
import { CommandDialog } from "./command-dialog"
import type { LeadDialogProps } from "./lead-work"

/** **Reactivate**: the lead is Open again, and its prospect Pending. */
export function ReactivateDialog({ work, onClose }: LeadDialogProps) {
  const { showToast } = useToast()
  return (
    <CommandDialog
      name="Reactivate"
      busyLabel="Reactivating"
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
      fixed={{ leadId: work.id }}
      refusal={work.refusals.reactivate}
      onClose={onClose}
      onDone={() => {
        onClose()
        showToast({ title: "Open again", text: work.companyName })
      }}
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
