import Link from "next/link"
import { Section } from "@/components/ui/section"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import type { RuleSetView } from "@/lib/sales/rule-sets/queries"
import { kindNamed, type RuleKind } from "./kinds"
import { RestoreVersion } from "./restore-version"

type RuleVersionsProps = { kind: RuleKind; set: RuleSetView; reason: string | null }

/** Every version of a kind's rules, the newest first: who published it, when, and what it changed. */
export function RuleVersions({ kind, set, reason }: RuleVersionsProps) {
  const { versions, published, draftVersion } = set
  if (versions.length === 0) return null
  const { path } = kindNamed(kind)
  return (
    <Section title="Versions">
      <ol>
        {versions.map(({ number, actorName, at, changes }) => {
          const holds = number === published?.number
          return (
            <li key={number} className="border-b border-line py-2.5 last:border-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link className="link font-semi" prefetch={false} href={`${path}?version=${number}`}>
                  {`Version ${number}`}
                </Link>
                {holds && <Tag tone="accent">Holds</Tag>}
                <span className="mr-auto text-ink-2">
                  {actorName}, <Moment at={at} />
                </span>
                {!holds && <RestoreVersion kind={kind} number={number} draftVersion={draftVersion} reason={reason} />}
              </div>
              <ul className="mt-1 grid gap-0.5 text-12 text-pretty wrap-anywhere text-ink-2">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
