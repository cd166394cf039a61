import { PageHeader } from "@/components/ui/page-header"
import { RowsSkeleton } from "@/components/ui/skeleton"

/** A list while its rows load: title, filter row and rows in their final heights. */
export function ListLoading({ title, hasTabs }: { title: string; hasTabs?: boolean }) {
  return (
    <>
      <PageHeader title={title} />
      {hasTabs && <div className="h-10 flex-none border-b border-line-2" />}
      <div className="h-10 flex-none" />
      <RowsSkeleton />
    </>
  )
}
