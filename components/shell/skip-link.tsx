"use client"
import type { MouseEvent } from "react"

/** To the rows of a list when there is one, else to the page: one Tab away from the first record. */
export function SkipLink() {
  const jump = (event: MouseEvent) => {
    const target = document.getElementById("rows") ?? document.getElementById("main")
    if (!target) return
    event.preventDefault()
    target.focus()
  }
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link to #main without JavaScript, and to the rows with it
    <a
      href="#main"
      onClick={jump}
      className="fixed top-2 left-2 z-(--z-tip) -translate-y-20 rounded-2 bg-accent px-3.5 py-2 text-14 font-semi text-on-accent focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}
