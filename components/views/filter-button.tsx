"use client"
import { Plus } from "lucide-react"
import { lazy, Suspense, useState } from "react"
import { Button } from "@/components/ui/button"
import type { ListQuery, WorkListKey } from "@/lib/platform/list-query"

const FilterDialog = lazy(() => import("./filter-dialog").then(({ FilterDialog: dialog }) => ({ default: dialog })))

type FilterButtonProps = { list: WorkListKey; query: ListQuery; people: Readonly<Record<string, string>> }

/** Opens the builder of the filter, which is loaded then. */
export function FilterButton({ list, query, people }: FilterButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="s" tone="ghost" icon={<Plus aria-hidden="true" />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Filter
      </Button>
      {isOpen && (
        <Suspense>
          <FilterDialog list={list} query={query} people={people} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
