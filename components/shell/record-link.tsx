import Link from "next/link"
import { recordHref } from "@/lib/platform/record-href"

/** Record numbers are not broken over lines. */
const isNumber = /^[A-Z]+-\d+$/

/** A record by its name, as a link where it has a page of its own. */
export function RecordLink({ kind, id, children }: { kind: string; id: string; children: string }) {
  const href = recordHref(kind, id)
  if (!href) return children
  return (
    <Link href={href} prefetch={false} className={isNumber.test(children) ? "link whitespace-nowrap" : "link"}>
      {children}
    </Link>
  )
}
