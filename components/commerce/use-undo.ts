"use client"
import { type ToastNews, useToast } from "@/components/ui/toast"
import { undoDecision } from "@/lib/sync/actions"

/** Makes the news of a decision, with Undo while its window lasts. */
export function useUndo(seconds: number) {
  const { showToast } = useToast()
  return (decisionId: string, title: string, text: string): ToastNews => {
    if (seconds <= 0) return { title, text }
    const undo = async () => {
      const result = await undoDecision({ decisionId })
      if (result.ok) showToast({ title: "Undone", text: "Everything is as it was, and no email leaves." })
      else showToast({ title: "Not undone", text: result.error.message })
    }
    return { title, text, seconds, undo }
  }
}
