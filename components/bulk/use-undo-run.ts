"use client"
import { useCallback } from "react"
import { useToast } from "@/components/ui/toast"
import { undoRun } from "@/lib/bulk/actions"
import { undoKeyOf } from "@/lib/bulk/kinds"

/** Has a run taken back. Once the server answered, nobody is offered it any more by a toast. */
export function useUndoRun() {
  const { closeUndo } = useToast()
  return useCallback(
    async (id: string) => {
      const result = await undoRun({ id })
      closeUndo(undoKeyOf(id))
      return result
    },
    [closeUndo],
  )
}
