import Link from "next/link"

const homes: Record<string, string> = {
  lead: "/sales/leads",
  opportunity: "/sales/opportunities",
  account: "/sales/accounts",
  contact: "/sales/contacts",
  prospect: "/commerce/prospects",
  customer: "/commerce/customers",
  hierarchy: "/commerce/hierarchies",
}

/** Where a record of either store is shown; null for a kind without a page of its own. */
export function recordPath(kind: string, id: string): string | null {
  const home = homes[kind]
  return home ? `${home}/${id}` : null
}

/** Record numbers are not broken over lines. */
const isNumber = /^[A-Z]+-\d+$/

type RecordLinkProps = { kind: string; id: string; children: string }

/** A record by its name, as a link where it has a page. */
export function RecordLink({ kind, id, children }: RecordLinkProps) {
  const href = recordPath(kind, id)
  if (!href) return children
  return (
    <Link href={href} prefetch={false} className={isNumber.test(children) ? "link whitespace-nowrap" : "link"}>
      {children}
    </Link>
  )
}
