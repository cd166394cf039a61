"use client"
import { usePathname } from "next/navigation"
import { useEffect, useRef, useSyncExternalStore } from "react"
import { connectLive, type Heard, hereNow, hold, listenLive, onHere } from "@/components/shell/live-line"
import { recordOfPath } from "@/lib/platform/record-href"

export type { Heard }

/** Calls `heard` when something changes that this person may read: what, and who did it. A burst comes as several calls. */
export function useLive(heard: (news: Heard) => void): void {
  const latest = useRef(heard)
  useEffect(() => {
    latest.current = heard
  })
  useEffect(() => listenLive((news) => latest.current(news)), [])
}

/** While it holds, as in an editor with unsaved changes, the page is not refreshed under the person's hands: they are told instead. */
export function useHoldLive(isHeld: boolean): void {
  useEffect(() => (isHeld ? hold() : undefined), [isHeld])
}

/** Whether the news are about a kind of record, or about one of the records. */
export const concerns = ({ isGap, changes, many }: Heard, kind: string, ids: readonly string[] = []): boolean =>
  isGap || many.some((each) => each === kind) || changes.some((change) => change.kind === kind || ids.includes(change.id))

/** Keeps the tab's one connection, which says which record is open. Once, in the office. */
export function LiveLine() {
  const recordId = recordOfPath(usePathname())?.id ?? null
  useEffect(() => connectLive(recordId), [recordId])
  return null
}

const nobody: ReturnType<typeof hereNow> = []

/** Who else has the open record open. */
export const useOthersHere = () => useSyncExternalStore(onHere, hereNow, () => nobody)
