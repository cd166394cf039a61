import type { RecordStepProps } from "@/components/ui/record-step"
import { listedHref } from "@/lib/platform/list-href"
import type { ListQuery, ListShape } from "@/lib/platform/list-query"

type Around = { previous: string | null; next: string | null }

/** The way to the record before and the one after, in the list that this one was opened from. */
export function stepOf(noun: string, shape: ListShape, query: ListQuery, { previous, next }: Around): RecordStepProps {
  const href = (id: string | null) => id && listedHref(shape, query, id)
  return { noun, previousHref: href(previous), nextHref: href(next) }
}
