import { useLayoutEffect, useSyncExternalStore } from "react"

// What the page itself offers to take back, by a key of its own, and how often.
const standing = new Map<string, number>()
const listeners = new Set<() => void>()

function count(key: string, by: number): void {
  standing.set(key, (standing.get(key) ?? 0) + by)
  for (const listen of listeners) listen()
}

/** Says that an **Undo** of this stands on the page, for as long as it does. Before anybody sees it: at no moment are there two. */
export function useStandingUndo(key: string): void {
  useLayoutEffect(() => {
    count(key, 1)
    return () => count(key, -1)
  }, [key])
}

function subscribe(listen: () => void) {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** Whether the page offers the same **Undo** by itself: then nothing else does, so that there is one button of that name. */
export const useIsUndoStanding = (key: string | undefined): boolean =>
  useSyncExternalStore(
    subscribe,
    () => key !== undefined && (standing.get(key) ?? 0) > 0,
    () => false,
  )
