import Link from "next/link"
import { cn } from "@/components/ui/cn"
import type { LetterLanguage } from "@/lib/mail/letter-languages"
import type { CoverageRow } from "@/lib/mail/studio/queries"
import { languageName } from "@/lib/platform/language-name"
import { letterHref } from "./letter-href"

type CoverageTableProps = {
  rows: readonly CoverageRow[]
  languages: readonly LetterLanguage[]
  profile: { id: string; name: string; isDefault: boolean }
}

type Cell = CoverageRow["cells"][number]

const words = {
  own: () => "Own",
  outdated: () => "Outdated",
  shared: () => "Default’s",
  house: () => "Product’s",
  other: ({ language }: Cell) => languageName(language),
} as const
const looks = {
  own: "font-medium text-good",
  outdated: "font-medium text-wait",
  shared: "text-ink-2",
  house: "text-ink-2",
  other: "text-ink-3",
} as const
const says = {
  own: "written here",
  outdated: "written here, but the default language was changed since",
  shared: "in the words of the default profile",
  house: "in the words that came with the product",
  other: "falls back to another language",
} as const

/** Which letter is written in which language; each cell leads to where it is written. */
export function CoverageTable({ rows, languages, profile }: CoverageTableProps) {
  return (
    <section aria-label="Language coverage" className="overflow-x-auto px-6 py-4 max-m:px-4">
      <table className="w-full min-w-[860px] border-collapse" aria-label="Letters by language">
        <thead>
          <tr className="border-b border-line-2 text-12 text-ink-3">
            <th scope="col" className="py-2 pr-3 text-left font-medium">
              Letter
            </th>
            {languages.map((language) => (
              <th key={language} scope="col" className="px-2 py-2 text-left font-medium">
                {languageName(language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ letter, title, cells }) => (
            <tr key={letter} className="border-b border-line hover:bg-sheet-hover">
              <th scope="row" className="py-2 pr-3 text-left font-medium whitespace-nowrap">
                {title}
              </th>
              {cells.map((cell) => (
                <td key={cell.of} className="px-2 py-1">
                  <Link
                    prefetch={false}
                    href={letterHref({ letter, language: cell.of, profile })}
                    aria-label={`${words[cell.state](cell)}: ${title} in ${languageName(cell.of)}, ${says[cell.state]}`}
                    className={cn("block py-1 underline-offset-3 hover:underline", looks[cell.state])}
                  >
                    {words[cell.state](cell)}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="facts mt-4 max-w-[640px]" data-wide>
        <dt>Own</dt>
        <dd>{`Written here, for ${profile.name}`}</dd>
        <dt>Outdated</dt>
        <dd>Written, but the words in the default language were published after them; publish it again once it was looked at</dd>
        {!profile.isDefault && (
          <>
            <dt>Default’s</dt>
            <dd>Readers get the words of the default profile</dd>
          </>
        )}
        <dt>Product’s</dt>
        <dd>Readers get the words that came with the product</dd>
        <dt>A language</dt>
        <dd>Not written: readers get that language instead</dd>
      </dl>
    </section>
  )
}
