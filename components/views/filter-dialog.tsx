"use client"
import { ListFilter } from "lucide-react"
import { useRouter } from "next/navigation"
import type { FormEvent } from "react"
import { Dialog } from "@/components/ui/dialog"
import { SubmitButton } from "@/components/ui/submit-button"
import { listHref } from "@/lib/platform/list-href"
import type { ListQuery, WorkListKey } from "@/lib/platform/list-query"
import { workShapes } from "@/lib/views/work-shapes"
import { FilterGroup } from "./filter-group"
import { useFilterDraft } from "./use-filter-draft"

type FilterDialogProps = { list: WorkListKey; query: ListQuery; people: Readonly<Record<string, string>>; onClose: () => void }

/** Builds the filter of a view over all its fields; what it asks for goes into the URL. */
export function FilterDialog({ list, query, people, onClose }: FilterDialogProps) {
  const shape = workShapes[list]
  const router = useRouter()
  const { root, work, news, finish } = useFilterDraft({ filter: query.where, fields: shape.fields, people })
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const filter = finish()
    if (filter === undefined) return
    onClose()
    router.push(listHref(shape, query, { where: filter }), { scroll: false })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Filter"
      sentence="Shows the records for which this holds. Save the view to keep it."
      width="l"
      form={{ onSubmit: apply, noValidate: true }}
      footer={<SubmitButton icon={<ListFilter aria-hidden="true" />}>Filter</SubmitButton>}
    >
      <FilterGroup group={root} depth={0} parentId={null} work={work} />
      <p role="status" className="sr-only">
        {news}
      </p>
    </Dialog>
  )
}
