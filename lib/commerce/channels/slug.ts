/** What stands in the address of a storefront's form. */
export const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const isSlug = (text: string): boolean => text.length <= 40 && slugForm.test(text)

/** A code for a new storefront from its name: "Harbourline Outlet" → "harbourline-outlet". What cannot be written in plain letters is left out. */
export function codeFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 36)
    .replace(/^-+|-+$/g, "")
  return plain || "channel"
}
