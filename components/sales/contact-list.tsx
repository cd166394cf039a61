import { User } from "lucide-react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
import { type ContactQuery, contactList } from "@/lib/sales/contacts/views"
import type { Worker } from "@/lib/sales/worker"
import { withMerge } from "./merge/with-merge"
import { ContactEdits } from "./party-edits"

const text = "Qualify a lead, and its person appears here."

/** The list of contacts. */
export function ContactList({ worker, ...list }: ListProps<ContactQuery> & { worker: Worker }) {
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
