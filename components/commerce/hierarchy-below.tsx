import { FileCheck2 } from "lucide-react"
import type { ReactNode } from "react"
import { DriftPolicy } from "@/components/commerce/drift-policy"
import { HierarchyChannels } from "@/components/commerce/hierarchy-channels"
import { Overrides } from "@/components/commerce/overrides"
import { Story } from "@/components/commerce/story"
import { Facts } from "@/components/ui/facts"
import { RecordColumns } from "@/components/ui/record-columns"
import { Related } from "@/components/ui/related"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { ChannelChoice } from "@/lib/commerce/channels/queries"
import type { DriftView } from "@/lib/commerce/drift/queries"
import type { HierarchyDetail } from "@/lib/commerce/hierarchies/queries"
import type { Ledgers } from "@/lib/commerce/ledgers"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import type { OverrideView } from "@/lib/commerce/side-by-side/queries"

type HierarchyBelowProps = {
  hierarchy: HierarchyDetail
  channels: readonly ChannelChoice[]
  drift: DriftView
  overrides: readonly OverrideView[]
  ledgers: Ledgers
  now: Date
  mayRetry: boolean
  refusedByRole: string | null
  credit?: ReactNode
}

/** What stands below the members: details, timeline, the requests that led here. */
export function HierarchyBelow(props: HierarchyBelowProps) {
  const { hierarchy, channels, drift, overrides, ledgers, now, mayRetry, refusedByRole, credit } = props
  const { id, number, name, purpose, organization, createdAt, prospects } = hierarchy
  return (
    <RecordColumns
      left={
        <>
          <Section title="Details">
            <Facts
              wide
              items={[
                { label: "Number", value: number },
                { label: "Name", value: name },
                { label: "Purpose", value: purpose },
                { label: "Organization", value: organization.name },
                { label: "Created", value: <Moment at={createdAt} /> },
              ]}
            />
          </Section>
          <HierarchyChannels hierarchy={hierarchy} channels={channels} refusedByRole={refusedByRole} />
        </>
      }
      middle={<Story recordId={id} ledgers={ledgers} now={now} mayRetry={mayRetry} />}
      right={
        <>
          {credit}
          <DriftPolicy hierarchyId={id} number={number} drift={drift} refusedByRole={refusedByRole} />
          <Overrides overrides={overrides} refusedByRole={refusedByRole} />
          {prospects.length > 0 && (
            <Section title="Requests">
              <Related
                items={prospects.map((prospect) => ({
                  href: `/commerce/prospects/${prospect.id}`,
                  icon: <FileCheck2 />,
                  title: prospect.number,
                  sub: prospect.companyName,
                  trailing: <Status word={prospectStatuses[prospect.status]} />,
                }))}
              />
            </Section>
          )}
        </>
      }
    />
  )
}
