import type { RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { notify } from "@/lib/platform/notify"
import { type Mentioned, storeMentions, typedText } from "./mentions"

/** The staff among some ids, in the order of the ids. */
async function staffAmong({ tx }: Ctx, ids: readonly string[]): Promise<Mentioned[]> {
  if (ids.length === 0) return []
  const found = await tx.person.findMany({
    where: { id: { in: [...ids] }, staffRole: { not: null }, disabledAt: null },
    select: { id: true, name: true },
  })
  return ids.flatMap((id) => found.find((person) => person.id === id) ?? [])
}

/** A typed text with its mentions stored as ids; whoever is mentioned for the first time is told. */
export async function tellMentioned(
  ctx: Ctx,
  note: { id: string; typed: string; chosen: readonly string[]; before: readonly string[]; record: RecordRef },
): Promise<{ text: string; mentions: string[] }> {
  const people = await staffAmong(ctx, note.chosen)
  const stored = storeMentions(note.typed, people)
  const text = typedText(stored.text, Object.fromEntries(people.map(({ id, name }) => [id, name])))
  for (const personId of stored.mentions) {
    if (!note.before.includes(personId)) notify(ctx, { kind: "mention", subjectId: note.id, personId, record: note.record, text })
  }
  return stored
}
