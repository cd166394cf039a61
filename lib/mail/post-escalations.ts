import type { Ctx } from "@/lib/platform/context"
import { postLetter } from "./post-letter"

const quarterMs = 15 * 60_000

/** Tells each person in one letter what was escalated to them within a quarter of an hour, at its end. Run again, it is the same letter. */
export async function postEscalations(ctx: Ctx, { personIds }: { personIds: string[] }, fact: { at: Date }): Promise<void> {
  const from = Math.floor(fact.at.getTime() / quarterMs) * quarterMs
  const people = await ctx.tx.person.findMany({
    where: { id: { in: personIds }, disabledAt: null },
    select: { id: true, name: true, email: true },
  })
  for (const { id, name, email } of people) {
    postLetter(ctx, {
      letter: "escalations",
      subjectId: `${id}:${from}`,
      to: { address: email, name },
      about: { personId: id, from: new Date(from).toISOString(), until: new Date(from + quarterMs).toISOString() },
      recordIds: [id],
      holdSeconds: Math.max(0, Math.ceil((from + quarterMs - ctx.now.getTime()) / 1000)),
    })
  }
}
