import { AssignProspect, type AssignView } from "@/components/commerce/assign-prospect"
import { DecideProspect } from "@/components/commerce/decide-prospect"
import type { DecideView } from "@/components/commerce/decide-view"
import { AlsoHere } from "@/components/shell/also-here"
import { Person } from "@/components/ui/person"
import { RecordHeader } from "@/components/ui/record-header"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { momentText } from "@/components/ui/time"
import { TimerNow } from "@/components/ui/timer-now"
import { age } from "@/components/ui/waiting"
import type { ProspectDetail } from "@/lib/commerce/prospects/queries"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import { type ProspectQuery, prospectList } from "@/lib/commerce/prospects/views"
import { countryName } from "@/lib/platform/countries"
import { listedHref, listHref } from "@/lib/platform/list-href"
import { fullName } from "@/lib/platform/party"

type ProspectHeadProps = {
  prospect: ProspectDetail
  query: ProspectQuery
  step: { previous: string | null; next: string | null }
  decide: DecideView
  assign: AssignView
  now: Date
}

/** The head of a prospect's record: where it is listed, how long it waits, and the commands. */
export function ProspectHead({ prospect, query, step, decide, assign, now }: ProspectHeadProps) {
  const hrefOf = (id: string | null) => id && listedHref(prospectList, query, id)
  return (
    <RecordHeader
      here={<AlsoHere />}
      crumbs={[
        { label: "All prospects", href: listHref(prospectList, query) },
        { label: prospect.number, href: `/commerce/prospects/${prospect.id}` },
      ]}
      step={{ noun: "prospect", previousHref: hrefOf(step.previous), nextHref: hrefOf(step.next) }}
      title={prospect.companyName}
      commands={
        <>
          <DecideProspect {...decide} />
          <AssignProspect {...assign} />
        </>
      }
      facts={
        <>
          <Status word={prospectStatuses[prospect.status]} pill />
          <span>
            {fullName(prospect)} {!prospect.emailConfirmedAt && <Tag tone="wait">Unverified</Tag>}
          </span>
          <Person name={prospect.ownerName} me={prospect.ownerId === assign.viewerId} />
          <span>{countryName(prospect.country)}</span>
          {prospect.status === "pending" && (
            <>
              <span>Waiting {age(prospect.submittedAt, now)}</span>
              <TimerNow state={prospect.decisionState} dueAt={prospect.decisionDueAt?.getTime() ?? null} now={now.getTime()} />
              {prospect.expiresAt && <span>Expires on {momentText(prospect.expiresAt, "date")}</span>}
            </>
          )}
          <span>{prospect.salesStage ? `In Sales: ${prospect.salesStage}` : "Not in Sales"}</span>
        </>
      }
    />
  )
}
