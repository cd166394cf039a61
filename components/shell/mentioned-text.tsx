import { textParts } from "@/lib/identity/mentions"

/** What somebody wrote, with the people that are mentioned by the names they bear today. */
export function MentionedText({ text, names }: { text: string; names: Readonly<Record<string, string>> }) {
  return (
    <span className="wrap-anywhere whitespace-pre-line">
      {textParts(text, names).map((part, place) =>
        "person" in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which have no order but their own
          <b key={place} className="mention">
            @{part.person.name}
          </b>
        ) : (
          part.text
        ),
      )}
    </span>
  )
}
