import type { ToastNews } from "@/components/ui/toast"
import { useUndoOverride } from "./use-undo-override"

type Overridden = {
  overrideId: string
  /** How many members it changed. */
  members: number
  /** Who was left alone, by name. */
  left: readonly string[]
}

/** What is said once an override is done, with its Undo. */
export function useOverrideNews(): (overridden: Overridden) => ToastNews {
  const undo = useUndoOverride()
  return ({ overrideId, members, left }) => ({
    title: `${members === 1 ? "1 member" : `${members} members`} overridden`,
    text: left.length > 0 ? `Left alone, since somebody changed them meanwhile: ${left.slice(0, 5).join(", ")}.` : undefined,
    undo: () => undo(overrideId),
    undoes: overrideId,
  })
}
