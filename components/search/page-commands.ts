/** A command of the page that is open: its button's word, why it cannot be used now, and how to press it. */
export type PageCommand = { word: string; reason: string | null; press: () => void }

/** Those for ticked rows go before the page's own of the same name. */
const places = [".grid-commands", ".record-commands, .page-commands"]

/** The commands that the open page shows as buttons and links, as they stand at this moment. */
export function pageCommands(): PageCommand[] {
  const found = new Map<string, PageCommand>()
  const controls = places.flatMap((place) => [...document.querySelectorAll<HTMLElement>(`:is(${place}) :is(button, a)`)])
  for (const control of controls) {
    const word = nameOf(control)
    if (!word || control.closest("[popover], [data-more]") || found.has(word)) continue
    const isOff = control.getAttribute("aria-disabled") === "true"
    const reason = isOff ? (control.getAttribute("aria-description") ?? "Not now.") : null
    found.set(word, { word, reason, press: () => control.click() })
  }
  return [...found.values()]
}

/** What the control is called; caps and counts are hidden from its name. */
function nameOf(control: HTMLElement): string {
  const label = control.getAttribute("aria-label")
  if (label) return label
  const copy = control.cloneNode(true) as HTMLElement
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"], [data-off]')) hidden.remove()
  return copy.textContent?.trim() ?? ""
}
