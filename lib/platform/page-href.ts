/** The address of a page with what is asked of it; what is blank is left out. */
export function pageHref(path: string, asked: Readonly<Record<string, string | number | null | undefined>>): string {
  const params = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  return [path, params].map(String).filter(Boolean).join("?")
}
