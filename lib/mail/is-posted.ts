import type { Ctx } from "@/lib/platform/context"
import type { LetterName } from "./letter-titles"

/** Whether a letter about this subject stands in the outbox already: a reaction that runs again then makes no second link for it. */
export async function isPosted({ tx }: Ctx, letter: LetterName, subjectId: string): Promise<boolean> {
  return (await tx.mail.count({ where: { key: `${letter}:${subjectId}` } })) > 0
}
