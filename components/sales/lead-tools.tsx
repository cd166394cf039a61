import { Upload } from "lucide-react"
import { ButtonLink } from "@/components/ui/button-link"

/** What can be done with leads as a whole, at the right of their list's title. */
export function LeadTools({ mayImport }: { mayImport: boolean }) {
  return (
    mayImport && (
      <ButtonLink size="s" icon={<Upload aria-hidden="true" />} href="/sales/leads/import">
        Import
      </ButtonLink>
    )
  )
}
