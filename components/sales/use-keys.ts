"use client"
import { useEffect } from "react"

/** Single letters as commands of the page; not while somebody types, or in a dialog. */
export function useKeys(commands: Record<string, () => unknown>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const at = event.target instanceof HTMLElement ? event.target : null
      if (at?.closest("input, textarea, select, [contenteditable], [role=dialog], [popover]")) return
      const run = commands[event.key.toLowerCase()]
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [commands])
}
