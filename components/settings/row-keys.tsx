"use client"
import { type ReactNode, useEffect, useRef } from "react"

const typing = "input, textarea, select, [contenteditable], [role=dialog], [popover]"

/** Keys for a table whose rows each begin with a link: J and K move from one to the next, Enter opens it. */
export function RowKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.target instanceof HTMLElement && event.target.closest(typing)) return
      const step = { j: 1, k: -1 }[event.key.toLowerCase()]
      const links = [...(root.current?.querySelectorAll<HTMLElement>("tbody tr td:first-child a") ?? [])]
      if (!step || links.length === 0) return
      const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement))
      const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))
      links[next]?.focus({ preventScroll: true })
      links[next]?.scrollIntoView({ block: "nearest" })
      event.preventDefault()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [])
  return (
    <div ref={root} className="grid-scroll">
      {children}
    </div>
  )
}
