"use client"
import { RotateCcw } from "lucide-react"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Button } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import { restoreText } from "@/lib/mail/actions"
import type { LetterVersionRow } from "@/lib/mail/studio/queries"
import { WordsDifference } from "./words-difference"

type LetterVersionsProps = {
  versions: readonly LetterVersionRow[]
  published: number | null
  /** What identifies the words, for the command. */
  hidden: Record<string, string>
  reason: string | null
}

/** **Versions**: who published which words and when; what each changed; each can be brought back. */
export function LetterVersions({ versions, published, hidden, reason }: LetterVersionsProps) {
  const [asked, ask] = useState<LetterVersionRow | null>(null)
  const inForce = versions.find(({ number }) => number === published)
  if (versions.length === 0)
    return (
      <Section title="Versions">
        <p className="text-ink-3">Nothing was published here yet.</p>
      </Section>
    )
  return (
    <Section title="Versions" aside={versions.length}>
      <ol className="grid">
        {versions.map((version, place) => {
          const { number, at, actorName, restored } = version
          const before = versions[place + 1]
          return (
            <li key={number} className="border-line py-2 not-first:border-t">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{`Version ${number}`}</span>
                {number === published && <Tag tone="accent">Sent now</Tag>}
                <span className="mr-auto text-12 text-ink-3">
                  {actorName}, <Moment at={at} />
                  {restored !== null && `, as version ${restored}`}
                </span>
                {number !== published && (
                  <Button size="s" reason={reason} aria-haspopup="dialog" onClick={() => ask(version)}>
                    {`Restore ${number}`}
                  </Button>
                )}
              </div>
              {before && (
                <details className="mt-1">
                  <summary className="w-fit cursor-pointer text-12 text-accent-text">{`Difference from version ${before.number}`}</summary>
                  <div className="mt-1.5">
                    <WordsDifference before={before} after={version} />
                  </div>
                </details>
              )}
            </li>
          )
        })}
      </ol>
      {asked && (
        <CommandDialog
          title="Restore"
          width="wide"
          icon={<RotateCcw aria-hidden="true" />}
          busyWord="Restoring"
          sentence={
            <>
              Sends the words of <b>{`version ${asked.number}`}</b> again, as version <b>{(versions[0]?.number ?? 0) + 1}</b>. Mails that
              have left keep theirs.
            </>
          }
          action={restoreText}
          hidden={{ ...hidden, number: String(asked.number) }}
          onClose={() => ask(null)}
          news={({ number }) => ({ title: `Version ${number} is sent from now on` })}
        >
          {() => <WordsDifference before={inForce ?? { subject: "", body: "" }} after={asked} />}
        </CommandDialog>
      )}
    </Section>
  )
}
