import { Handshake } from "lucide-react"
import { RecordLink } from "@/components/shell/record-link"
import { Strip } from "@/components/ui/strip"

export type PartnerView = { hierarchyId: string; number: string; accountId: string; accountName: string; isCertain: boolean }

/** Says that the company of a lead is a partner already: somebody there can add the person as a user, instead of a second partnership. */
export function PartnerStrip({ partner }: { partner: PartnerView }) {
  const { hierarchyId, number, accountId, accountName, isCertain } = partner
  return (
    <Strip className="flex-none" tone="info" icon={<Handshake aria-hidden="true" />}>
      <RecordLink kind="account" id={accountId}>
        {accountName}
      </RecordLink>{" "}
      is a partner already (
      <RecordLink kind="hierarchy" id={hierarchyId}>
        {number}
      </RecordLink>
      ){isCertain ? "" : ", and likely the same company"}. Its Admin can add this person as a user; the applicant is told nothing of it.
    </Strip>
  )
}
