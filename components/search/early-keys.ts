/**
 * Catches what is typed between the wish for the palette and its coming, so that no letter reaches the page, where it could be a command.
 * `stop` gives what was typed.
 */
export function catchKeys(): { stop: () => string } {
  let typed = ""
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key === "Backspace") typed = typed.slice(0, -1)
    else if (event.key.length === 1) typed += event.key
  }
  document.addEventListener("keydown", listen, true)
  return {
    stop() {
      document.removeEventListener("keydown", listen, true)
      return typed
    },
  }
}
