"use client"
import { useEffect } from "react"
import type { Block } from "./use-stretch"

/** What a list looked like when it was left, for whoever comes back to it by the browser's Back. */
type Left = { key: string; blocks: Block[]; top: number; current: string | null }

let left: Left | null = null
let poppedAt = Number.NEGATIVE_INFINITY
if (typeof window !== "undefined") window.addEventListener("popstate", () => (poppedAt = performance.now()))

const afterInUrl = () => new URLSearchParams(window.location.search).get("after")
const soonMs = 5000

export const leave = (as: Left) => {
  left = as
}

/** The list as it was left, when the browser just came back to it. */
export function comeBack(key: string): Left | null {
  if (typeof window === "undefined" || left?.key !== key || performance.now() - poppedAt > soonMs) return null
  return left
}

/** Keeps the cursor of the page in sight in the URL, so that a reload or a shared link shows the same rows. */
export function usePlaceInUrl(from: string | null | undefined) {
  useEffect(() => {
    if (from === undefined || from === afterInUrl()) return
    const soon = setTimeout(() => {
      const params = new URLSearchParams(window.location.search)
      params.delete("before")
      if (from === null) params.delete("after")
      else params.set("after", from)
      const search = params.toString()
      window.history.replaceState(null, "", search ? `?${search}` : window.location.pathname)
    }, 300)
    return () => clearTimeout(soon)
  }, [from])
}
