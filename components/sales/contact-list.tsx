import { User } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import type { WorkPage } from "@/lib/platform/lanes"
import { type ContactQuery, contactList } from "@/lib/sales/contacts/views"

const text = "Qualify a lead, and its person appears here."

/** The list of contacts. */
export function ContactList(list: { head: ReactNode; title: string; query: ContactQuery; page: WorkPage; around: CellAround }) {
  return <WorkList {...list} shape={contactList} empty={{ icon: <User />, title: "No contacts yet", text }} />
}
