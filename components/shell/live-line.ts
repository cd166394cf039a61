import { isDialogOpen } from "@/components/shell/open-dialog"
import type { LiveNews } from "@/lib/identity/live-kinds"

/** What a page hears; `isGap`: something may have been missed, so look again. */
export type Heard = LiveNews & { isGap: boolean }
export type Somebody = { id: string; name: string }

const listeners = new Set<(news: Heard) => void>()
const hereListeners = new Set<() => void>()
const holds = new Set<symbol>()
let here: readonly Somebody[] = []

/** A page that came by a link was rendered at most so long before it listens. */
const renderMs = 5_000
/** The server speaks every 15 seconds; after this silence the line is dead. */
const silenceMs = 40_000
/** A browser keeps six connections to a site: tabs that nobody looks at give theirs back. */
const hiddenMs = 30_000
const longestWaitMs = 30_000

export function listenLive(listener: (news: Heard) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function onHere(listener: () => void): () => void {
  hereListeners.add(listener)
  return () => hereListeners.delete(listener)
}

export const hereNow = (): readonly Somebody[] => here

/** Keeps the page as it is until the answer is called. */
export function hold(): () => void {
  const one = Symbol("hold")
  holds.add(one)
  return () => holds.delete(one)
}

/** Whether the person is in the middle of something: a dialog is open, an editor is held, a field has the focus. */
export function isBusy(): boolean {
  const field = document.activeElement?.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
  const isTyping = field != null && field.closest("#main") !== null && field.closest("[role=search]") === null
  return holds.size > 0 || isTyping || isDialogOpen()
}

function setHere(people: readonly Somebody[]): void {
  here = people
  for (const listener of hereListeners) listener()
}

const gap: Heard = { by: null, changes: [], many: [], isGap: true }
const pass = (news: Heard) => {
  for (const listener of listeners) listener(news)
}

let isFirst = true

/** Opens the line for a page that shows a record, or none, and keeps it open while somebody looks at it. The answer closes it. */
export function connectLive(recordId: string | null): () => void {
  let source: EventSource | undefined
  let timer: number | undefined
  let hiding: number | undefined
  let waitMs = 500
  let heardAt = Date.now() - (isFirst ? performance.now() : renderMs)
  isFirst = false

  const close = () => {
    window.clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const again = (afterMs: number) => {
    close()
    timer = window.setTimeout(open, afterMs)
  }
  const alive = () => {
    heardAt = Date.now()
    waitMs = 500
    window.clearTimeout(timer)
    timer = window.setTimeout(() => again(0), silenceMs)
  }
  const open = () => {
    close()
    if (document.hidden) return
    const asked = new URLSearchParams({ age: String(Math.ceil(Date.now() - heardAt)), ...(recordId ? { at: recordId } : {}) })
    source = new EventSource(`/live?${asked}`)
    source.addEventListener("news", ({ data }) => {
      alive()
      pass({ ...(JSON.parse(data) as LiveNews), isGap: false })
    })
    source.addEventListener("gap", () => {
      alive()
      pass(gap)
    })
    source.addEventListener("here", ({ data }) => {
      alive()
      setHere(JSON.parse(data) as Somebody[])
    })
    source.addEventListener("beat", alive)
    source.addEventListener("end", () => again(1_000))
    source.addEventListener("error", () => {
      again(waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    })
    timer = window.setTimeout(() => again(0), silenceMs)
  }
  const look = () => {
    window.clearTimeout(hiding)
    if (document.hidden) hiding = window.setTimeout(close, hiddenMs)
    else if (!source) open()
  }

  document.addEventListener("visibilitychange", look)
  open()
  return () => {
    document.removeEventListener("visibilitychange", look)
    window.clearTimeout(hiding)
    close()
    setHere([])
  }
}
