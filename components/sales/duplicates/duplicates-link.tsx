import { Copy } from "lucide-react"
import Link from "next/link"
import { inboxPath } from "@/lib/sales/matching/inbox-query"
import { counted } from "../counted"

/** How many records may be the same as one, leading to them; nothing where none is. */
export function DuplicatesLink({ recordId, count }: { recordId: string; count: number }) {
  if (count === 0) return null
  return (
    <Link href={`${inboxPath}?record=${recordId}`} prefetch={false} className="link inline-flex items-center gap-1.5">
      <Copy size={14} className="flex-none" aria-hidden="true" />
      {counted(count, "possible duplicate")}
    </Link>
  )
}
