"use client"
import { useEffect } from "react"
import type { Block } from "./use-stretch"

/** What a list looked like when it was left, for whoever comes back to it by the browser's Back. */
type Left = { key: string; blocks: Block[]; top: number; current: string | null }

let left: Left | null = null

const hereWithout = (...names: string[]) => {
  const params = new URLSearchParams(window.location.search)
  for (const name of names) params.delete(name)
  return `${window.location.pathname}?${params}`
}

export const leave = (as: Left) => {
  left = as
}

/** The list as it was left, when the browser comes back to it: then its URL stands already while it is drawn, which it does not on the way to a new page. */
export function comeBack(key: string): Left | null {
  return typeof window !== "undefined" && left?.key === key && hereWithout("after", "before") === key ? left : null
}

const writeMs = 300
const afterDeedMs = 2000

function writePlace(from: string | null) {
  const params = new URLSearchParams(window.location.search)
  params.delete("before")
  if (from === null) params.delete("after")
  else params.set("after", from)
  const search = params.toString()
  window.history.replaceState(null, "", search ? `?${search}` : window.location.pathname)
}

/**
 * Keeps the cursor of the page in sight in the URL, so that a reload or a shared link shows the same rows.
 * A key or a click may have begun to lead elsewhere, which a change of the URL would call off: then it waits.
 */
export function usePlaceInUrl(from: string | null | undefined) {
  useEffect(() => {
    if (from === undefined || from === new URLSearchParams(window.location.search).get("after")) return
    const write = () => {
      stop()
      writePlace(from)
    }
    let soon = setTimeout(write, writeMs)
    const wait = () => {
      clearTimeout(soon)
      soon = setTimeout(write, afterDeedMs)
    }
    const stop = () => {
      clearTimeout(soon)
      for (const deed of ["pointerdown", "keydown"] as const) window.removeEventListener(deed, wait, true)
    }
    for (const deed of ["pointerdown", "keydown"] as const) window.addEventListener(deed, wait, true)
    return stop
  }, [from])
}
