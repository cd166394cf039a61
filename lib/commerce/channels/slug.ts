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
