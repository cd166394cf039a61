"use client"
import { type RefObject, useEffect } from "react"

/** **E** edits the section that holds the focus, or the first one of the page; not while somebody types, or in a dialog. */
export function useEditKey(here: RefObject<HTMLElement | null>, edit: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "e" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const at = event.target instanceof HTMLElement ? event.target : null
      if (at?.closest("input, textarea, select, [contenteditable], [role=dialog], [popover]")) return
      const section = document.activeElement?.closest("[data-edit-section]") ?? document.querySelector("[data-edit-section]")
      if (section !== here.current) return
      event.preventDefault()
      edit()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [here, edit])
}
