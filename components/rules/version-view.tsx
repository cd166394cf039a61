import Link from "next/link"
import { Section } from "@/components/ui/section"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import { namesOf } from "@/lib/sales/rule-sets/names"
import type { Book } from "@/lib/sales/rule-sets/rule"
import { ruleSentence } from "@/lib/sales/rule-sets/sentence"
import { kindNamed, type RuleKind } from "./kinds"

type VersionViewProps = {
  kind: RuleKind
  version: { number: number; at: Date; actorName: string; book: Book; people: Readonly<Record<string, string>> }
}

/** The rules of one version, to be read. */
export function VersionView({ kind, version: { number, at, actorName, book, people } }: VersionViewProps) {
  const of = kindNamed(kind)
  const { path, settingsSay, subject } = of
  const names = namesOf(people, subject)
  return (
    <div className="measured border-t border-line py-4">
      <Section
        title={`Version ${number}`}
        aside={
          <Link className="link" prefetch={false} href={path}>
            Back to the rules
          </Link>
        }
      >
        <p className="mb-2 text-ink-2">
          Published by {actorName}, <Moment at={at} />.
        </p>
        {book.rules.length === 0 && <p className="text-ink-3">This version has no rules.</p>}
        <ol className="grid gap-2">
          {book.rules.map((rule, place) => (
            <li key={rule.id} className="flex gap-3">
              <span className="w-5 flex-none text-right text-ink-3 tabular-nums">{place + 1}</span>
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-semi wrap-anywhere">{rule.name}</span>
                  {!rule.isOn && <Tag>Off</Tag>}
                </span>
                <span className="block text-pretty wrap-anywhere text-ink-2">{ruleSentence(of, rule, names)}</span>
              </span>
            </li>
          ))}
        </ol>
        {settingsSay && <p className="mt-3 text-ink-2">{`Settings: ${settingsSay(book.settings)}.`}</p>}
      </Section>
    </div>
  )
}
