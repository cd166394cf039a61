import { UserRound } from "lucide-react"
import { PeekFrame } from "@/components/shell/peek"
import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { Related } from "@/components/ui/related"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { belongingWords } from "@/lib/commerce/hierarchies/belonging"
import type { HierarchyDetail } from "@/lib/commerce/hierarchies/queries"
import { memberRoles, memberStatuses } from "@/lib/commerce/hierarchies/rules"

const most = 12

type HierarchyPeekProps = { hierarchy: HierarchyDetail; channelNames: Readonly<Record<string, string>>; href: string }

/** A customer hierarchy beside the list: what it is, and who orders in it. */
export function HierarchyPeek({ hierarchy, channelNames, href }: HierarchyPeekProps) {
  const { number, name, organization, members, suspendedAt, createdAt } = hierarchy
  return (
    <PeekFrame
      title={name}
      href={href}
      facts={
        <>
          <Status word={suspendedAt ? "Suspended" : "Active"} pill />
          <span>{number}</span>
        </>
      }
      commands={null}
    >
      <Section title="Details">
        <Facts
          items={[
            {
              label: "Organization",
              value: (
                <>
                  <RecordLink kind="customer" id={organization.id}>
                    {organization.number}
                  </RecordLink>{" "}
                  {organization.name}
                </>
              ),
            },
            { label: "Channels", value: belongingWords(hierarchy, channelNames) },
            { label: "Created", value: <Moment at={createdAt} /> },
          ]}
        />
      </Section>
      <Section title="Members" aside={members.length}>
        <Related
          items={members.slice(0, most).map((member) => ({
            href: `/commerce/customers/${member.customerId}`,
            icon: <UserRound />,
            title: member.name,
            sub: `${memberRoles[member.role]}, ${member.email}`,
            trailing: <Status word={memberStatuses[member.status]} />,
          }))}
        />
      </Section>
    </PeekFrame>
  )
}
