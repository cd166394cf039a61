"use client"
import { useRouter } from "next/navigation"
import { lazy, Suspense, useState, useTransition } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { useToast } from "@/components/ui/toast"
import type { WorkListKey } from "@/lib/platform/list-query"
import { updateView } from "@/lib/views/actions"
import type { ViewShelf } from "@/lib/views/open-list"

const Dialogs = lazy(() => import("./view-dialogs").then(({ ViewDialogs }) => ({ default: ViewDialogs })))

type UnsavedProps = { list: WorkListKey; path: string; definition: string; shelf: ViewShelf; revertHref: string }

/** Says that the view differs from what was saved, and offers to keep the changes or to drop them. */
export function Unsaved({ list, path, definition, shelf, revertHref }: UnsavedProps) {
  const router = useRouter()
  const { showToast } = useToast()
  const [isNew, setNew] = useState(false)
  const [busy, start] = useTransition()
  const { open, refusalToChange, refusalToShare } = shelf
  const save = ({ id, version }: { id: string; version: number }) =>
    start(async () => {
      const result = await updateView({ viewId: id, version, definition }).catch(() => null)
      if (result?.ok) {
        showToast({ title: "View saved", text: result.data.name })
        router.replace(revertHref, { scroll: false })
        return
      }
      const text = result?.error.message ?? "The server could not be reached. Your changes are still in the address of this page."
      showToast({ tone: "bad", title: "Not saved", text })
      if (result?.error.code === "conflict") router.refresh()
    })
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span role="status" className="text-wait">
        Unsaved changes
      </span>
      {open && (
        <Button size="s" busy={busy} busyLabel="Saving" reason={refusalToChange} onClick={() => save(open)}>
          Save
        </Button>
      )}
      {(!open || refusalToChange) && (
        <Button size="s" aria-haspopup="dialog" onClick={() => setNew(true)}>
          Save as
        </Button>
      )}
      <ButtonLink size="s" tone="ghost" href={revertHref} replace scroll={false}>
        Revert
      </ButtonLink>
      {isNew && (
        <Suspense>
          <Dialogs deed="save" {...{ list, path, definition, open, refusalToShare }} onClose={() => setNew(false)} />
        </Suspense>
      )}
    </span>
  )
}
