import { User } from "lucide-react"
import { type ListColumn, RecordList } from "@/components/shell/record-list"
import { Moment } from "@/components/ui/time"
import type { Page } from "@/lib/platform/keyset"
import { listedHref } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"
import type { ContactRow } from "@/lib/sales/contacts/queries"
import { type ContactQuery, contactList } from "@/lib/sales/contacts/views"

const columns: readonly ListColumn[] = [
  { key: "name", label: "Name", sort: "name" },
  { key: "account", label: "Account", width: 220, phone: "second" },
  { key: "job", label: "Job title", width: 156, hideBelow: "m" },
  { key: "email", label: "Email", width: 240 },
  { key: "phone", label: "Phone", width: 156, hideBelow: "m" },
  { key: "customer", label: "Customer", width: 114, quiet: true, phone: "end" },
  { key: "created", label: "Created", width: 124, sort: "created", hideBelow: "m" },
]

const text = "Qualify a lead, and its person appears here."

/** The list of contacts. */
export function ContactList({ query, page }: { query: ContactQuery; page: Page<ContactRow> }) {
  return (
    <RecordList
      shape={contactList}
      query={query}
      noun={["contact", "contacts"]}
      page={page}
      columns={columns}
      rows={page.rows.map((row) => ({
        id: row.id,
        href: listedHref(contactList, query, row.id),
        name: fullName(row),
        cells: {
          name: fullName(row),
          account: row.accountName,
          job: row.jobTitle,
          email: row.email,
          phone: row.phone,
          customer: row.customerNumber,
          created: <Moment at={row.createdAt} style="date" />,
        },
      }))}
      empty={{ icon: <User />, title: "No contacts yet", text }}
    />
  )
}
