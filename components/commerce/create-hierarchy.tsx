import { Building2, SearchX } from "lucide-react"
import Link from "next/link"
import { ChooseAdmin } from "@/components/commerce/choose-admin"
import { PlainTable } from "@/components/shell/plain-table"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { FilterBar } from "@/components/ui/filter-bar"
import { RecordHeader } from "@/components/ui/record-header"
import { SearchBox } from "@/components/ui/search-box"
import type { FoundOrganization } from "@/lib/commerce/hierarchies/find-organizations"
import type { HeadView } from "@/lib/commerce/hierarchies/get-head"

const path = "/commerce/hierarchies/new"

type CreateHierarchyProps = { q: string; head: HeadView | null; found: readonly FoundOrganization[] }

/** A hierarchy from customers that exist: first its organization, then the Admin among the organization's people. */
export function CreateHierarchy({ q, head, found }: CreateHierarchyProps) {
  return (
    <>
      <RecordHeader
        crumbs={[
          { label: "Customer hierarchies", href: "/commerce/hierarchies" },
          { label: "New", href: path },
        ]}
        title={head ? `New customer hierarchy of ${head.name}` : "New customer hierarchy"}
        facts={
          <span>
            {head
              ? "Step 2 of 2: the name, the channels, and who is Admin first."
              : "Step 1 of 2: choose the organization. It is an Active customer without a hierarchy."}
          </span>
        }
      />
      {head ? <ChooseAdmin head={head} backHref={path} /> : <Organizations q={q} found={found} />}
    </>
  )
}

const columns = [
  { key: "name", label: "Name" },
  { key: "number", label: "Number", width: 116, quiet: true, phone: "top" },
  { key: "city", label: "City", width: 180, hideBelow: "m" },
  { key: "people", label: "People", width: 92, align: "right", hideBelow: "m" },
  { key: "choose", label: "Choose", width: 420, phone: "second" },
] as const

function Organizations({ q, found }: Pick<CreateHierarchyProps, "q" | "found">) {
  return (
    <div className="border-t border-line pt-2.5">
      <FilterBar>
        <SearchBox action={path} label="Search organizations" placeholder="Name, number or tax ID" q={q} live />
      </FilterBar>
      <PlainTable
        label="Organizations"
        columns={columns}
        rows={found.map(({ id, name, number, city, people, refusal }) => ({
          id,
          cells: {
            name: (
              <Link className="grid-link" href={`/commerce/customers/${id}`} prefetch={false}>
                {name}
              </Link>
            ),
            number,
            city: city ?? "–",
            people,
            choose: refusal ? (
              <span className="text-ink-3" title={refusal}>
                {refusal}
              </span>
            ) : (
              <Link className="link" href={`${path}?organization=${id}`} aria-label={`Choose ${name}`} prefetch={false}>
                Choose
              </Link>
            ),
          },
        }))}
        empty={
          <Empty
            icon={q ? <SearchX /> : <Building2 />}
            title={q ? "No organizations found" : "No organizations yet"}
            text={q ? "No organization has this in its name, number or tax ID." : "Qualifying a lead or approving a prospect creates one."}
            actions={q ? <ButtonLink href={path}>Clear search</ButtonLink> : undefined}
          />
        }
      />
    </div>
  )
}
