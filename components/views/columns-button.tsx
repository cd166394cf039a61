"use client"
import { Columns3 } from "lucide-react"
import { lazy, Suspense, useState } from "react"
import { Button } from "@/components/ui/button"
import type { ListQuery, WorkListKey } from "@/lib/platform/list-query"

const ColumnsDialog = lazy(() => import("./columns-dialog").then(({ ColumnsDialog: dialog }) => ({ default: dialog })))

/** Opens the chooser of columns, which is loaded then. A phone shows two lines of its own. */
export function ColumnsButton({ list, query }: { list: WorkListKey; query: ListQuery }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="s"
        tone="ghost"
        className="max-m:hidden"
        icon={<Columns3 aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Columns
      </Button>
      {isOpen && (
        <Suspense>
          <ColumnsDialog list={list} query={query} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
