import { Inbox, Upload } from "lucide-react"
import type { CellAround } from "@/components/shell/list/cell"
import { ListFilter } from "@/components/shell/list-filter"
import { WorkList } from "@/components/shell/work-list"
import { ButtonLink } from "@/components/ui/button-link"
import { wordsOf } from "@/lib/platform/fields"
import type { Page } from "@/lib/platform/keyset"
import type { ListRow } from "@/lib/platform/list-source"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { type LeadQuery, leadList } from "@/lib/sales/leads/views"
import type { Owner } from "@/lib/sales/owners"
import { OwnerFilter } from "./owner-filter"

const empty = {
  "my-open": "You own no open lead. Take one from Open leads with Assign.",
  commerce: "Requests from the public form appear here by themselves.",
  open: "Every lead is decided.",
  closed: "No lead has been qualified or disqualified yet.",
  all: "Requests from the public form appear here by themselves.",
} as const

type LeadListProps = { query: LeadQuery; page: Page<ListRow>; owners: readonly Owner[]; around: CellAround; mayImport: boolean }

/** The lead grid. */
export function LeadList({ query, page, owners, around, mayImport }: LeadListProps) {
  return (
    <WorkList
      shape={leadList}
      query={query}
      noun={["lead", "leads"]}
      page={page}
      around={around}
      tools={
        mayImport && (
          <ButtonLink size="s" icon={<Upload aria-hidden="true" />} href="/sales/leads/import">
            Import
          </ButtonLink>
        )
      }
      filters={
        <>
          <ListFilter shape={leadList} query={query} name="status" label="Status" words={wordsOf(leadStatusReasons)} />
          <OwnerFilter shape={leadList} query={query} owners={owners} viewerId={around.viewerId} />
        </>
      }
      empty={{ icon: <Inbox />, title: "No leads here", text: empty[query.view] }}
      commands={[
        { key: "q", word: "qualify", href: "?do=qualify&lead=:id" },
        { key: "d", word: "disqualify", href: "?do=disqualify&lead=:id" },
      ]}
    />
  )
}
