import { Building2, FileCheck2, Network, Target, User, UserPlus } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { Related } from "@/components/ui/related"
import { Section } from "@/components/ui/section"
import { recordHref } from "@/lib/platform/record-href"

const icons: Record<string, ReactNode> = {
  lead: <UserPlus />,
  opportunity: <Target />,
  account: <Building2 />,
  contact: <User />,
  prospect: <FileCheck2 />,
  customer: <Building2 />,
  hierarchy: <Network />,
}

export type RelatedRecord = {
  kind: "lead" | "opportunity" | "account" | "contact" | "prospect" | "customer" | "hierarchy"
  id: string
  title: string
  sub?: string
  trailing?: ReactNode
}

type RelatedRecordsProps = {
  title: string
  records: readonly RelatedRecord[]
  none: string
  /** The view that lists all of them. */
  allHref?: string
}

/** Records of either store that belong to this one, as a section. */
export function RelatedRecords({ title, records, none, allHref }: RelatedRecordsProps) {
  const items = records.map(({ kind, id, ...item }) => ({ ...item, href: recordHref(kind, id) ?? "", icon: icons[kind] }))
  return (
    <Section
      title={title}
      aside={
        allHref && items.length > 0 ? (
          <Link className="link" prefetch={false} href={allHref} aria-label={`Show all ${title.toLowerCase()}`}>
            Show all
          </Link>
        ) : items.length > 1 ? (
          items.length
        ) : undefined
      }
    >
      {items.length > 0 ? <Related items={items} /> : <p className="text-ink-3">{none}</p>}
    </Section>
  )
}
