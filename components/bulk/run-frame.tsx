import { ChevronRight } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { PageHeader } from "@/components/ui/page-header"
import { type BulkList, bulkNouns, bulkPaths } from "@/lib/bulk/kinds"

const names: Record<BulkList, string> = {
  leads: "Leads",
  opportunities: "Opportunities",
  accounts: "Accounts",
  contacts: "Contacts",
  prospects: "Prospects",
  customers: "Customers",
  hierarchies: "Customer hierarchies",
}

type RunFrameProps = { list: BulkList; title: string; count: string; commands?: ReactNode; children: ReactNode }

/** The frame of a run's page: the way back to its list and to the other runs, what it does, and what can be done with it. */
export function RunFrame({ list, title, count, commands, children }: RunFrameProps) {
  return (
    <>
      <nav
        aria-label="Breadcrumb"
        className="-mb-[22px] max-m:-mb-2 flex min-h-[42px] flex-none items-center gap-2 pt-2.5 pl-6 text-ink-3 max-m:pl-4"
      >
        <Link href={bulkPaths[list]} prefetch={false} className="hover:text-ink hover:underline" title={`All ${bulkNouns[list][1]}`}>
          {names[list]}
        </Link>
        <ChevronRight size={14} className="flex-none" aria-hidden="true" />
        <Link href="/sales/runs" prefetch={false} className="hover:text-ink hover:underline">
          Runs
        </Link>
      </nav>
      <PageHeader title={title} count={count} commands={commands} />
      {children}
    </>
  )
}
