/** An address that begins with `?` added to the one that the window shows; any other as it stands. */
export function addToHere(href: string): string {
  if (!href.startsWith("?")) return href
  const here = new URLSearchParams(window.location.search)
  for (const [name, value] of new URLSearchParams(href)) here.set(name, value)
  return `${window.location.pathname}?${here}`
}
