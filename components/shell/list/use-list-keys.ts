"use client"
import { useEffect, useRef } from "react"

export type ListKey = {
  /** As `KeyboardEvent.key` says it, lower case; with "shift+" or "ctrl+" before it where that matters. */
  keys: readonly string[]
  run: (event: KeyboardEvent) => unknown
}

const typing = "textarea, select, [contenteditable], [role=dialog], [role=listbox], [popover], input:not([type=checkbox])"

const nameOf = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  [ctrlKey || metaKey ? "ctrl+" : "", shiftKey && key !== "?" ? "shift+" : "", key.toLowerCase()].join("")

/** The keys of a list, wherever the focus is, unless somebody types or a dialog is open. A key whose `run` says false was not for it. */
export function useListKeys(keys: readonly ListKey[]) {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.altKey || event.defaultPrevented) return
      const at = event.target instanceof HTMLElement ? event.target : null
      if (at?.closest(typing)) return
      const name = nameOf(event)
      const meant = now.current.find((one) => one.keys.includes(name))
      if (!meant || meant.run(event) === false) return
      event.preventDefault()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [])
}
