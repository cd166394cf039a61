import { Copy } from "lucide-react"
import { CompareGrid } from "@/components/commerce/compare/compare-grid"
import { AlsoHere } from "@/components/shell/also-here"
import { ExportMenu } from "@/components/shell/export-menu"
import { ButtonLink } from "@/components/ui/button-link"
import { RecordHeader } from "@/components/ui/record-header"
import { Tabs } from "@/components/ui/tabs"
import { customerSections } from "@/lib/commerce/customers/fields"
import { belongingWords } from "@/lib/commerce/hierarchies/belonging"
import { comparedSections, overridableKeys } from "@/lib/commerce/side-by-side/compared"
import type { Comparison } from "@/lib/commerce/side-by-side/queries"

type ComparePageProps = {
  comparison: Comparison
  channelNames: Readonly<Record<string, string>>
  /** Why this person's role cannot edit customers, and cannot override. */
  refusedToEdit: string | null
  refusedToOverride: string | null
  mayExport: boolean
}

/** The members of a hierarchy side by side, a section at a time, with what differs from the Admin. */
export function ComparePage({ comparison, channelNames, refusedToEdit, refusedToOverride, mayExport }: ComparePageProps) {
  const { hierarchy, section, fields, members } = comparison
  const path = `/commerce/hierarchies/${hierarchy.id}`
  const copied = fields.filter(({ key }) => overridableKeys.includes(key))
  const asked = new URLSearchParams(copied.map(({ key }) => ["field", key]))
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[
          { label: "Customer hierarchies", href: "/commerce/hierarchies" },
          { label: hierarchy.number, href: path },
          { label: "Side by side", href: `${path}/compare` },
        ]}
        title={`Members of ${hierarchy.name}, side by side`}
        facts={
          <span>
            <span className="text-ink-3">Channels</span> {belongingWords(hierarchy, channelNames)}
          </span>
        }
        commands={
          <>
            {mayExport && <ExportMenu path={`${path}/compare/export`} params={{ section }} size="m" />}
            <ButtonLink
              href={`${path}/override${copied.length > 0 ? `?${asked}` : ""}`}
              icon={<Copy aria-hidden="true" />}
              reason={refusedToOverride ?? (members.length < 2 ? "There is nobody to copy to." : null)}
            >
              Override
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label="Sections"
        tabs={comparedSections.map((key) => ({
          label: customerSections[key],
          href: `${path}/compare?section=${key}`,
          current: key === section,
        }))}
      />
      <CompareGrid key={section} sectionName={customerSections[section]} fields={fields} members={members} refusal={refusedToEdit} />
    </>
  )
}
