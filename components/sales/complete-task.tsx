"use client"
import { Check } from "lucide-react"
import { useTransition } from "react"
import { Button } from "@/components/ui/button"
import { useToast } from "@/components/ui/toast"
import { completeTask, reopenTask } from "@/lib/sales/actions"
import { refusalToComplete } from "@/lib/sales/activities/rules"
import type { ActivityEntry } from "@/lib/sales/timeline-entry"
import type { Worker } from "@/lib/sales/worker"

const unreachable = "The server could not be reached. Look whether it was done."

type Completed = Pick<ActivityEntry, "id" | "version" | "subject" | "activity" | "actorId" | "actorName" | "ownerId" | "doneAt">

/** The round tick before a task: one press, and it is done; the toast opens it again. */
export function CompleteTask({ task, viewer }: { task: Completed; viewer: Worker }) {
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const { id: activityId, version, subject } = task
  const failed = (text = unreachable) => showToast({ tone: "bad", title: "Not done", text })
  const complete = () =>
    start(async () => {
      const result = await completeTask({ activityId, version }).catch(() => null)
      if (!result?.ok) return void failed(result?.error.message)
      const undo = async () => {
        const undone = await reopenTask({ activityId, version: result.data.version }).catch(() => null)
        if (!undone?.ok) failed(undone?.error.message)
      }
      showToast({ title: "Task completed", text: subject ?? "", undo, seconds: 20 })
    })
  const refusal = refusalToComplete({ ...task, kind: task.activity }, viewer)
  return (
    <Button iconOnly size="s" className="tick" icon={<Check aria-hidden="true" />} busy={busy} reason={refusal?.message} onClick={complete}>
      {`Complete ${subject}`}
    </Button>
  )
}
