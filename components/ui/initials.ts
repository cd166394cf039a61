/** Up to two letters for an avatar: of the first and the last word of a name. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const first = words.at(0) ?? ""
  const last = words.length > 1 ? (words.at(-1) ?? "") : ""
  return ([...first].slice(0, 1).join("") + [...last].slice(0, 1).join("")).toUpperCase()
}
