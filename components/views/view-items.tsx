"use client"
import { Pencil, Plus, Trash2 } from "lucide-react"
import { lazy, Suspense, useState } from "react"
import { MenuButton } from "@/components/ui/menu-items"
import type { WorkListKey } from "@/lib/platform/list-query"
import type { ViewShelf } from "@/lib/views/open-list"

const Dialogs = lazy(() => import("./view-dialogs").then(({ ViewDialogs }) => ({ default: ViewDialogs })))

export type ViewDeed = "save" | "edit" | "delete"

export type ViewItemsProps = Pick<ViewShelf, "open" | "refusalToChange" | "refusalToShare"> & {
  list: WorkListKey
  path: string
  definition: string
}

/** What can be done with views, at the end of their picker. */
export function ViewItems({ list, path, definition, open, refusalToChange, refusalToShare }: ViewItemsProps) {
  const [deed, setDeed] = useState<ViewDeed | null>(null)
  return (
    <>
      <MenuButton icon={<Plus aria-hidden="true" />} onClick={() => setDeed("save")}>
        Save as a new view
      </MenuButton>
      {open && (
        <>
          <MenuButton icon={<Pencil aria-hidden="true" />} reason={refusalToChange} onClick={() => setDeed("edit")}>
            Edit view
          </MenuButton>
          <MenuButton icon={<Trash2 aria-hidden="true" />} reason={refusalToChange} onClick={() => setDeed("delete")}>
            Delete view
          </MenuButton>
        </>
      )}
      {deed && (
        <Suspense>
          <Dialogs {...{ deed, list, path, definition, open, refusalToShare }} onClose={() => setDeed(null)} />
        </Suspense>
      )}
    </>
  )
}
