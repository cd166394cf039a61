"use client"
import { useToast } from "@/components/ui/toast"
import { useUndo } from "./use-undo"

/** After a decision: closes its dialog and says what was decided, with **Undo** while the window lasts (in seconds). */
export function useDecided(windowSeconds: number, onClose: () => void) {
  const { showToast } = useToast()
  const undo = useUndo()
  return (decisionId: string, title: string, text: string) => {
    onClose()
    if (windowSeconds > 0) showToast({ title, text, seconds: windowSeconds, undo: () => undo(decisionId) })
    else showToast({ title, text })
  }
}
