const otherScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i

export const websiteMaxLength = 200

/** What is wrong with a website's address, as a sentence, or null. Only http and https; "example.com" is enough. */
export function websiteProblem(typed: string): string | null {
  const scheme = otherScheme.exec(typed)?.[0].toLowerCase()
  if (scheme && scheme !== "http:" && scheme !== "https:")
    return "A website begins with https:// or http://. Enter it as in www.example.com."
  const url = read(typed)
  if (url?.username !== "" || url.password !== "") return "Enter the website as in www.example.com"
  if (!/[.:]/.test(url.hostname.replace(/\.$/, ""))) return "The website needs an ending, such as .com"
  if (url.href.length > websiteMaxLength) return `The website has ${url.href.length} characters. Use at most ${websiteMaxLength}.`
  return null
}

/** The website as a full address ("example.com" → "https://example.com"). Call it only where {@link websiteProblem} is null. */
export function normaliseWebsite(typed: string): string {
  const url = read(typed)
  if (!url) return typed
  return url.href === `${url.origin}/` ? url.origin : url.href
}

function read(typed: string): URL | null {
  if (/\s/.test(typed)) return null
  return URL.parse(/^https?:/i.test(typed) ? typed : `https://${typed.replace(/^\/\//, "")}`)
}
