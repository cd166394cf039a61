/** An address that begins with `?` added to the one that the window shows, where an empty value takes off; any other as it stands. */
export function addToHere(href: string): string {
  if (!href.startsWith("?")) return href
  const here = new URLSearchParams(window.location.search)
  for (const [name, value] of new URLSearchParams(href)) {
    if (value === "") here.delete(name)
    else here.set(name, value)
  }
  const search = here.toString()
  return search ? `${window.location.pathname}?${search}` : window.location.pathname
}
