"use client"
import { useLive } from "@/components/shell/use-live"
import { useToast } from "@/components/ui/toast"

/** Takes away the offer to undo what was undone meanwhile, in another tab or by a colleague. Once, in the office. */
export function UndoneElsewhere() {
  const { closeUndo } = useToast()
  useLive(({ changes }) => {
    for (const { id } of changes) closeUndo(id)
  })
  return null
}
