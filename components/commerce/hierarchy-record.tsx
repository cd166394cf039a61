import { Columns3 } from "lucide-react"
import type { ReactNode } from "react"
import { AddMember } from "@/components/commerce/add-member"
import { DeleteHierarchy } from "@/components/commerce/delete-hierarchy"
import { DriftStrip } from "@/components/commerce/drift-strip"
import { HierarchyBelow } from "@/components/commerce/hierarchy-below"
import { MembersTable } from "@/components/commerce/members-table"
import { OutletsSection } from "@/components/commerce/outlets-section"
import { OverrideMembers } from "@/components/commerce/override-members"
import { RenameHierarchy } from "@/components/commerce/rename-hierarchy"
import { AlsoHere } from "@/components/shell/also-here"
import { RecordLink } from "@/components/shell/record-link"
import { ButtonLink } from "@/components/ui/button-link"
import { RecordHeader } from "@/components/ui/record-header"
import type { RecordStepProps } from "@/components/ui/record-step"
import { Status } from "@/components/ui/status"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { ChannelChoice } from "@/lib/commerce/channels/queries"
import type { DriftView } from "@/lib/commerce/drift/queries"
import { refusalToDelete } from "@/lib/commerce/hierarchies/create-rules"
import type { HierarchyDetail, PersonToAdd } from "@/lib/commerce/hierarchies/queries"
import { refusalWhileSuspended } from "@/lib/commerce/hierarchies/suspension"
import type { Ledgers } from "@/lib/commerce/ledgers"
import type { OverrideView } from "@/lib/commerce/side-by-side/queries"

type HierarchyRecordProps = {
  hierarchy: HierarchyDetail
  /** Where it can belong. */
  channels: readonly ChannelChoice[]
  /** Who could be added, of the hierarchy's own people. */
  people: readonly PersonToAdd[]
  drift: DriftView
  overrides: readonly OverrideView[]
  step: RecordStepProps
  ledgers: Ledgers
  now: Date
  mayRetry: boolean
  /** Why this person's role cannot change users or the hierarchy. */
  refusedByRole: string | null
  credit?: ReactNode
}

/** The record page of a customer hierarchy: its head, its members with their commands, what happened. */
export function HierarchyRecord(props: HierarchyRecordProps) {
  const { hierarchy, channels, people, drift, overrides, step, ledgers, now, mayRetry, refusedByRole, credit } = props
  const { id, number, name, purpose, organization, suspendedAt, members, outlets } = hierarchy
  const suspended = refusalWhileSuspended(hierarchy)?.message ?? null
  const refused = refusedByRole ?? suspended
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[
          { label: "Customer hierarchies", href: "/commerce/hierarchies" },
          { label: number, href: `/commerce/hierarchies/${id}` },
        ]}
        step={step}
        title={name}
        commands={
          <>
            <AddMember {...{ hierarchyId: id, number, outlets, people }} organizationName={organization.name} reason={refused} />
            <ButtonLink href={`/commerce/hierarchies/${id}/compare`} icon={<Columns3 aria-hidden="true" />}>
              Side by side
            </ButtonLink>
            <OverrideMembers
              {...{ hierarchyId: id, name }}
              reason={refusedByRole ?? (members.length < 2 ? "There is nobody to copy to." : null)}
            />
            <RenameHierarchy hierarchyId={id} number={number} name={name} reason={refusedByRole} />
            <DeleteHierarchy
              {...{ hierarchyId: id, number, name }}
              members={members.length}
              outlets={outlets.length}
              reason={refusedByRole ?? refusalToDelete(hierarchy)?.message ?? null}
            />
          </>
        }
        facts={
          <>
            <Status word={suspendedAt ? "Suspended" : "Active"} pill />
            <b className="text-ink">{number}</b>
            <Fact label="Purpose">{purpose}</Fact>
            <Fact label="Organization">
              <RecordLink kind="customer" id={organization.id}>
                {organization.number}
              </RecordLink>{" "}
              {organization.name}
            </Fact>
          </>
        }
      />
      {suspendedAt && (
        <Strip tone="wait">
          <b>Suspended</b> since <Moment at={suspendedAt} />. The approval was taken back, and nobody of this hierarchy can sign in until
          its prospect is approved again.
        </Strip>
      )}
      <DriftStrip hierarchyId={id} drift={drift} refusedByRole={refusedByRole} />
      <MembersTable
        {...{ hierarchyId: id, number, members, outlets, refusedByRole, suspended }}
        differing={drift.memberIds}
        organizationName={organization.name}
      />
      <OutletsSection
        {...{ hierarchyId: id, organization, outlets, refusedByRole, suspended }}
        membersAtHead={members.filter(({ outletId }) => outletId === null).length}
      />
      <HierarchyBelow {...{ hierarchy, channels, drift, overrides, ledgers, now, mayRetry, refusedByRole, credit }} />
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span>
      <span className="text-ink-3">{label}</span> {children}
    </span>
  )
}
