import type { KeyboardEvent } from "react"

/** Ctrl+Enter sends the form that the key was pressed in. */
export function sendByKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
  event.currentTarget.closest("form")?.requestSubmit()
}
