const plain = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")

/** The hidden fields of a page's form, by name: what a browser without JavaScript would send along. */
export function hiddenFields(html: string): Record<string, string> {
  const inputs = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  const attribute = (input: string, name: string) => plain(input.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "")
  return Object.fromEntries(inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]))
}

/** The scripts that a page asks a modern browser to load, as paths: those of its markup and those that its components name. */
export function scriptsOf(html: string): string[] {
  const forOldBrowsers = new Set([...html.matchAll(/<script[^>]*src="([^"?]+)[^>]*nomodule/gi)].map(([, path]) => path))
  const named = [...html.matchAll(/(?:\/_next\/)?static\/chunks\/[\w./~()[\]-]+?\.js/g)].map(
    ([path]) => `/_next/${path.replace(/^\/_next\//, "")}`,
  )
  return [...new Set(named)].filter((path) => !forOldBrowsers.has(path))
}
