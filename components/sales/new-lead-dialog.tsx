"use client"
import { Plus } from "lucide-react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { TypedFields } from "@/components/shell/edit/typed-fields"
import { newLead } from "@/lib/sales/actions"
import { leadEditables } from "@/lib/sales/leads/editables"
import { useMade } from "./use-made"

const keys = ["company", "topic", "firstName", "lastName", "email", "phone", "jobTitle", "website", "country", "source", "rating"] as const

/** **New lead**: somebody whom a seller found, without a request. */
export function NewLeadDialog({ onClose }: { onClose: () => void }) {
  const made = useMade("lead")
  return (
    <CommandDialog
      title="New lead"
      icon={<Plus aria-hidden="true" />}
      busyWord="Making"
      width="wide"
      sentence="Opens a lead that is yours. It has no prospect in Commerce, so qualifying or losing it decides no request and sends no mail."
      action={newLead}
      hidden={{}}
      onClose={onClose}
      news={made}
    >
      {(errors) => <TypedFields editables={leadEditables} keys={keys} errors={errors} texts={{ source: "other", rating: "warm" }} />}
    </CommandDialog>
  )
}
