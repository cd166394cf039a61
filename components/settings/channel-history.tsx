import { Moment } from "@/components/ui/time"
import type { ChannelDeed } from "@/lib/commerce/channels/queries"
import { languageName } from "@/lib/platform/language-name"
import { isMoveName, moveWords } from "@/lib/platform/move-words"

const fieldWords: Record<string, string> = {
  name: "Name",
  storeUrl: "Store address",
  languages: "Languages",
  defaultLanguage: "Default language",
  formSlug: "Form address",
  intro: "Introduction",
  letters: "Letters",
}

/** What was done to a channel, newest first; closed until somebody asks. */
export function ChannelHistory({ name, deeds }: { name: string; deeds: readonly ChannelDeed[] }) {
  if (deeds.length === 0) return null
  return (
    <details className="mt-3">
      <summary className="link w-fit list-none">History of {name}</summary>
      <ol className="mt-2 grid gap-2">
        {deeds.map(({ id, at, by, move, changes }) => (
          <li key={id}>
            {by} {isMoveName(move) ? moveWords[move] : move}, <Moment at={at} />
            <ul className="text-ink-2">
              {changes.map(({ field, from, to }) => (
                <li key={field} className="wrap-anywhere">
                  {`${fieldWords[field] ?? field}: ${shown(field, from)} → ${shown(field, to)}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}

function shown(field: string, value: string | null): string {
  if (!value) return "nothing"
  return /language/i.test(field) ? value.split(", ").map(languageName).join(", ") : value
}
