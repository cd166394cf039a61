"use client"
import { useUndo } from "@/components/shell/use-undo"
import type { ToastNews } from "@/components/ui/toast"

/** Makes the news of a decision, with **Undo** while its window lasts (in seconds). */
export function useUndoNews(seconds: number) {
  const undo = useUndo()
  return (decisionId: string, title: string, text: string): ToastNews =>
    seconds > 0 ? { title, text, seconds, undo: () => undo(decisionId) } : { title, text }
}
