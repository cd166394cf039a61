import { db, Prisma } from "@/lib/platform/db"
import type { LetterName } from "../house-letters"
import { type PickedText, type PublishedText, pickText, type Speaker, searchOrder } from "./pick-text"

type Speakers = { own: Speaker; standard: Speaker }

/** The published words of a letter for a reader of a language. */
export async function textOf(letter: LetterName, language: string, { own, standard }: Speakers): Promise<PickedText> {
  const places = searchOrder(language, own, standard).map(
    ({ profileId, language: code }) => Prisma.sql`(t.profile_id = ${profileId}::uuid and t.language = ${code})`,
  )
  const published = await db.$queryRaw<PublishedText[]>`
    select t.id as "textId", t.profile_id as "profileId", t.language, v.number, v.subject, v.body
    from platform.letter_text t join platform.letter_version v on v.text_id = t.id and v.number = t.published
    where t.letter = ${letter} and (${Prisma.join(places, " or ")})`
  return pickText(letter, published, { language, own, standard })
}

/** Everything that a profile says in words of its own. */
export const publishedIn = (profileId: string) => db.$queryRaw<(PublishedText & { letter: string })[]>`
  select t.id as "textId", t.profile_id as "profileId", t.letter, t.language, v.number, v.subject, v.body
  from platform.letter_text t join platform.letter_version v on v.text_id = t.id and v.number = t.published
  where t.profile_id = ${profileId}::uuid order by t.letter, t.language`
