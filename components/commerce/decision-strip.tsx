import { RecordLink } from "@/components/shell/record-link"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { MailRow } from "@/lib/commerce/ledgers"
import type { ProspectDetail } from "@/lib/commerce/prospects/queries"

/** What a decided prospect became, by whom and when, with links. */
export function DecisionStrip({ prospect, mails }: { prospect: ProspectDetail; mails: readonly MailRow[] }) {
  const { status, decidedAt, decidedByName, decisionReason, organization, requestor, hierarchy } = prospect
  if (status === "pending" || !decidedAt) return null
  const who = (
    <>
      by {decidedByName}, <Moment at={decidedAt} />.
    </>
  )
  if (status === "approved") {
    return (
      <Strip tone="good">
        <b>Approved</b> {who} Became{" "}
        {hierarchy && (
          <RecordLink kind="hierarchy" id={hierarchy.id}>
            {hierarchy.number}
          </RecordLink>
        )}
        {organization && (
          <>
            {" "}
            of{" "}
            <RecordLink kind="customer" id={organization.id}>
              {organization.number}
            </RecordLink>
          </>
        )}
        {requestor && (
          <>
            , with{" "}
            <RecordLink kind="customer" id={requestor.id}>
              {requestor.name}
            </RecordLink>{" "}
            as Admin
          </>
        )}
        .
      </Strip>
    )
  }
  if (status === "merged" && prospect.mergedInto) {
    const { id, number, companyName } = prospect.mergedInto
    return (
      <Strip tone="mute">
        <b>Merged</b> {who} Handled and decided together with{" "}
        <RecordLink kind="prospect" id={id}>
          {number}
        </RecordLink>{" "}
        of {companyName}. {toldOf(mails)}
      </Strip>
    )
  }
  return (
    <Strip tone="mute">
      <b>{status === "rejected" ? "Rejected" : "Withdrawn"}</b> {who} {decisionReason}
    </Strip>
  )
}

/** Whether the applicant of a merged request was told; the newest email counts. */
function toldOf(mails: readonly MailRow[]): string {
  const mail = mails.find(({ letter, state }) => letter === "request-merged" && state !== "canceled")
  if (!mail) return "No email was sent."
  return mail.state === "sent" || mail.state === "bounced" ? "Its applicant was told by email." : "An email tells its applicant."
}
