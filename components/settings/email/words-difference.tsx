import { lineDiff } from "@/lib/mail/studio/line-diff"
import type { Words } from "./use-letter-draft"

const signs = { same: " ", gone: "−", new: "+" } as const
const said = { same: "", gone: "Removed: ", new: "Added: " } as const
const looks = { same: "text-ink-3", gone: "bg-bad-soft text-bad", new: "bg-good-soft text-good" } as const

/** What differs between two versions of a letter, line by line; the subject is its first line. */
export function WordsDifference({ before, after }: { before: Words; after: Words }) {
  const text = ({ subject, body }: Words) => `${subject}\n\n${body}`
  const lines = lineDiff(text(before), text(after))
  if (lines.every(({ kind }) => kind === "same")) return <p className="text-ink-2">They say the same.</p>
  return (
    <ol className="max-h-[320px] overflow-y-auto rounded-2 border border-line-2 py-1 font-mono text-12">
      {lines.map(({ kind, text: words }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of two texts that never change in their place
        <li key={place} className={`flex gap-2 px-2.5 ${looks[kind]}`}>
          <span aria-hidden="true" className="w-2 flex-none">
            {signs[kind]}
          </span>
          <span className="min-w-0 wrap-anywhere whitespace-pre-wrap">
            <span className="sr-only">{said[kind]}</span>
            {words || " "}
          </span>
        </li>
      ))}
    </ol>
  )
}
