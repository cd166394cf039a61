"use client"
import { Ellipsis, Pencil, RotateCcw, Trash2 } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Menu } from "@/components/ui/menu"
import { MenuButton } from "@/components/ui/menu-items"
import { activityKinds, refusalToChange, refusalToReopen } from "@/lib/sales/activities/rules"
import type { ActivityEntry } from "@/lib/sales/timeline-entry"
import type { Worker } from "@/lib/sales/worker"

const ActivityDialog = dynamic(() => import("./activity-dialog").then((part) => part.ActivityDialog), { ssr: false })

export type ActivityCommand = "edit" | "delete" | "reopen"

/** What one can do with what was written: edit and delete one's own, open a task again. Others see no menu. */
export function ActivityCommands({ entry, viewer }: { entry: ActivityEntry; viewer: Worker }) {
  const [opened, open] = useState<ActivityCommand | null>(null)
  const judged = { ...entry, kind: entry.activity }
  const mayChange = refusalToChange(judged, viewer) === null
  const mayReopen = refusalToReopen(judged, viewer) === null
  if (!mayChange && !mayReopen) return null
  const { noun } = activityKinds[entry.activity]
  return (
    <>
      <Menu
        trigger={<Ellipsis size={15} aria-hidden="true" />}
        label={`More for this ${noun}${entry.subject ? `: ${entry.subject}` : ""}`}
        triggerClassName="story-menu"
        end
      >
        {mayReopen && (
          <MenuButton icon={<RotateCcw aria-hidden="true" />} onClick={() => open("reopen")}>
            Reopen
          </MenuButton>
        )}
        {mayChange && (
          <MenuButton icon={<Pencil aria-hidden="true" />} onClick={() => open("edit")}>
            Edit
          </MenuButton>
        )}
        {mayChange && (
          <MenuButton icon={<Trash2 aria-hidden="true" />} onClick={() => open("delete")}>
            Delete
          </MenuButton>
        )}
      </Menu>
      {opened && <ActivityDialog entry={entry} command={opened} onClose={() => open(null)} />}
    </>
  )
}
