"use client"
import { useUndo } from "@/components/shell/use-undo"
import type { ToastNews } from "@/components/ui/toast"

/** What came of a command that decides: the decision, or that a second person was asked. */
type Decided = { decisionId: string | null; asked: string | null }

/** Makes the news of a decision, with **Undo** while its window lasts (in seconds); or the news that a second person was asked. */
export function useUndoNews(seconds: number) {
  const undo = useUndo()
  return ({ decisionId, asked }: Decided, title: string, text: string): ToastNews => {
    if (decisionId === null) return { title: "Approval asked for", text: asked ?? text }
    return seconds > 0 ? { title, text, seconds, undo: () => undo(decisionId), undoes: decisionId } : { title, text }
  }
}
