/** Somebody who can be mentioned. */
export type Mentioned = { id: string; name: string }

/** A stretch of a text: words, or a person. */
export type TextPart = { text: string } | { person: Mentioned }

const mark = /@\{([0-9a-f-]{36})\}/g

/**
 * A text as it was typed, with `@Name` of each chosen person turned into `@{id}`. Of two people of one name the first chosen is the first
 * in the text. Who was chosen and no longer stands in the text is not mentioned.
 */
export function storeMentions(typed: string, chosen: readonly Mentioned[]): { text: string; mentions: string[] } {
  const waiting = [...chosen]
  const mentions = new Set<string>()
  let text = ""
  let rest = typed.replaceAll("@{", "@ {")
  for (let at = rest.indexOf("@"); at >= 0; at = rest.indexOf("@")) {
    const person = longestAt(waiting, rest.slice(at + 1))
    text += rest.slice(0, at) + (person ? `@{${person.id}}` : "@")
    rest = rest.slice(at + 1 + (person?.name.length ?? 0))
    if (!person) continue
    mentions.add(person.id)
    if (waiting.filter(({ name }) => name === person.name).length > 1) waiting.splice(waiting.indexOf(person), 1)
  }
  return { text: text + rest, mentions: [...mentions] }
}

function longestAt(people: readonly Mentioned[], text: string): Mentioned | undefined {
  const fitting = people.filter(({ name }) => text.startsWith(name))
  return fitting.reduce<Mentioned | undefined>(
    (best, person) => (best && best.name.length >= person.name.length ? best : person),
    undefined,
  )
}

/** A stored text, taken apart at its mentions. Who is no longer known reads "somebody". */
export function textParts(text: string, names: Readonly<Record<string, string>>): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const found of text.matchAll(mark)) {
    const [token, id = ""] = found
    if (found.index > from) parts.push({ text: text.slice(from, found.index) })
    parts.push({ person: { id, name: names[id] ?? "somebody" } })
    from = found.index + token.length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

/** A stored text as it was typed. */
export const typedText = (text: string, names: Readonly<Record<string, string>>): string =>
  textParts(text, names)
    .map((part) => ("person" in part ? `@${part.person.name}` : part.text))
    .join("")
