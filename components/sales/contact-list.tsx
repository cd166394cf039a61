import { User } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import type { WorkPage } from "@/lib/platform/lanes"
import { type ContactQuery, contactList } from "@/lib/sales/contacts/views"
import type { Worker } from "@/lib/sales/worker"
import { withMerge } from "./merge/with-merge"
import { ContactEdits } from "./party-edits"

const text = "Qualify a lead, and its person appears here."

/** The list of contacts. */
export function ContactList({
  worker,
  ...list
}: {
  head: ReactNode
  title: string
  query: ContactQuery
  page: WorkPage
  around: CellAround
  worker: Worker
  peek: ReactNode
  /** What is done to many of them at once. */
  bulk: ReactNode
  bulkKeys: readonly { key: string; word: string }[]
}) {
  return (
    <ContactEdits worker={worker}>
      <WorkList
        {...list}
        bulk={withMerge("contact", list.bulk)}
        shape={contactList}
        empty={{ icon: <User />, title: "No contacts yet", text }}
      />
    </ContactEdits>
  )
}
