"use client"
import { useRouter } from "next/navigation"
import { useCallback, useEffect, useRef, useTransition } from "react"

const pauseMs = 180

/** Searches as one types: a moment after the last sign the page answers to it, in place. The way back leads to the page as it was before the search. */
export function useLiveSearch(
  isLive: boolean,
  { action, keep, q }: { action: string; keep: Record<string, string | undefined>; q: string },
) {
  const router = useRouter()
  const timer = useRef(0)
  const asked = useRef(q)
  const [busy, start] = useTransition()
  useEffect(() => {
    asked.current = q
  }, [q])
  const stop = useCallback(() => window.clearTimeout(timer.current), [])
  useEffect(() => stop, [stop])

  const search = (typed: string) => {
    const next = typed.trim()
    if (next === asked.current) return
    const params = new URLSearchParams(Object.entries(keep).flatMap(([name, value]) => (value ? [[name, value]] : [])))
    if (next) params.set("q", next)
    const href = [action, String(params)].filter(Boolean).join("?")
    const go = asked.current === "" ? router.push : router.replace
    asked.current = next
    start(() => go(href, { scroll: false }))
  }
  return {
    busy,
    stop,
    onInput: isLive
      ? ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => {
          stop()
          timer.current = window.setTimeout(() => search(value), pauseMs)
        }
      : undefined,
  }
}
