import Link from "next/link"
import { Strip } from "@/components/ui/strip"
import { momentText } from "@/components/ui/time"

type EarlierImportProps = { earlier: { id: string; personName: string; finishedAt: Date | null; created: number } | null }

/** Says that the very same file was imported before. */
export function EarlierImport({ earlier }: EarlierImportProps) {
  if (!earlier) return null
  return (
    <Strip tone="wait" className="mb-3">
      {`${earlier.personName} imported this file before${earlier.finishedAt ? `, on ${momentText(earlier.finishedAt)}` : ""}. `}
      <Link href={`/sales/leads/import/${earlier.id}`} prefetch={false} className="link">
        Look at that import
      </Link>
    </Strip>
  )
}
