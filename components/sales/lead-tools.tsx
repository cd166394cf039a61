import { Upload } from "lucide-react"
import { ButtonLink } from "@/components/ui/button-link"
import { NewRecordButton } from "./new-record-button"

/** What can be done with leads as a whole, at the right of their list's title. */
export function LeadTools({ mayImport, newRefusal }: { mayImport: boolean; newRefusal: string | null }) {
  return (
    <>
      <NewRecordButton kind="lead" reason={newRefusal} />
      {mayImport && (
        <ButtonLink size="s" icon={<Upload aria-hidden="true" />} href="/sales/leads/import">
          Import
        </ButtonLink>
      )}
    </>
  )
}
