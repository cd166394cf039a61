"use client"
import { elementScroll, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual"
import { type RefObject, useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react"

const phone = "(width <= 640px)"
const subscribe = (heard: () => void) => {
  const media = window.matchMedia(phone)
  media.addEventListener("change", heard)
  return () => media.removeEventListener("change", heard)
}

/** Whether the list stands on a phone, where the page scrolls and not the list. */
export const useIsPhone = () =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(phone).matches,
    () => false,
  )

type Rows = Virtualizer<HTMLElement, HTMLElement>
const isPage = (element: HTMLElement | null) => element === document.documentElement

function observeOffset({ scrollElement }: Rows, tell: (offset: number, isScrolling: boolean) => void) {
  if (!scrollElement) return
  const source = isPage(scrollElement) ? document : scrollElement
  const heard = () => tell(scrollElement.scrollTop, false)
  heard()
  source.addEventListener("scroll", heard, { passive: true })
  return () => source.removeEventListener("scroll", heard)
}

function observeRect({ scrollElement }: Rows, tell: (rect: { width: number; height: number }) => void) {
  if (!scrollElement) return
  const heard = () =>
    tell({ width: scrollElement.clientWidth, height: isPage(scrollElement) ? window.innerHeight : scrollElement.clientHeight })
  heard()
  const observer = new ResizeObserver(heard)
  observer.observe(scrollElement)
  window.addEventListener("resize", heard)
  return () => {
    observer.disconnect()
    window.removeEventListener("resize", heard)
  }
}

const firstRows = 50
/** On a phone the rail stands over the rows. */
const railHeight = 64

/** Which rows of a list to draw: those in sight and some around them. All rows are of one height. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, body: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const isPhone = useIsPhone()
  const [measure, setMeasure] = useState({ row: 36, margin: 36 })
  const { row, margin } = measure

  useLayoutEffect(() => {
    const drawn = body.current?.querySelector("tr[data-id]")?.getBoundingClientRect().height
    const top = isPhone && body.current ? body.current.getBoundingClientRect().top + window.scrollY : 36
    if (drawn) setMeasure((now) => (now.row === drawn && now.margin === top ? now : { row: drawn, margin: top }))
  }, [body, isPhone])

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: ids.length,
    estimateSize: () => row,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: isPhone ? 0 : margin,
    scrollPaddingEnd: isPhone ? railHeight : 0,
    initialRect: { width: 0, height: firstRows * 36 },
    getScrollElement: () => (isPhone ? document.documentElement : scroller.current),
    getItemKey: (place) => ids[place] ?? place,
    observeElementOffset: observeOffset,
    observeElementRect: observeRect,
    scrollToFn: elementScroll,
  })
  // Sizes are remembered by row: forget them when rows get another height.
  useLayoutEffect(() => (row ? virtualizer.measure() : undefined), [virtualizer, row])

  // Rows that come or go above those in sight must not push them away.
  const anchor = useRef<{ ids: readonly string[]; held: string | null }>({ ids, held: null })
  useLayoutEffect(() => {
    const { ids: before } = anchor.current
    const scrolled = virtualizer.scrollElement
    anchor.current = { ids, held: null }
    if (before === ids || !scrolled) return
    const at = Math.max(0, Math.floor((scrolled.scrollTop - (isPhone ? margin : 0)) / row))
    const held = before[at]
    const now = held === undefined ? -1 : ids.indexOf(held)
    if (now >= 0 && now !== at) scrolled.scrollTop += (now - at) * row
  }, [ids, virtualizer, isPhone, margin, row])

  // At once and for good: the virtualizer's own way follows the index for some frames, and rows that come above meanwhile make it another row's.
  const scrollToRow = (index: number) => {
    const [offset] = virtualizer.getOffsetForIndex(index, "auto") ?? []
    if (offset !== undefined && virtualizer.scrollElement) virtualizer.scrollElement.scrollTop = offset
  }

  // Asked of the element itself: after a jump the virtualizer hears only later how far it was scrolled.
  const isNearTop = useCallback(
    (rows: number) => (virtualizer.scrollElement?.scrollTop ?? 0) - (isPhone ? margin : 0) < rows * row,
    [virtualizer, isPhone, margin, row],
  )

  const items = virtualizer.getVirtualItems()
  const start = items.at(0)?.index ?? 0
  const stop = (items.at(-1)?.index ?? -1) + 1
  const [above, below] = [start * row, Math.max(0, ids.length - stop) * row]
  return { virtualizer, scrollToRow, isNearTop, start, stop, above, below, range: virtualizer.range, isPhone }
}
