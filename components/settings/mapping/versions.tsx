"use client"
import { RotateCcw } from "lucide-react"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Button } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import { restoreMapping } from "@/lib/sync/actions"
import type { Target } from "@/lib/sync/conversion/mapping"
import { fieldsOf, partNames } from "@/lib/sync/conversion/mapping-rules"
import type { MappingVersion } from "@/lib/sync/mapping-queries"

type VersionsProps = { versions: readonly MappingVersion[]; current: number; reason: string | null }

const nameOf = (version: number) => (version === 0 ? "The mapping of the house" : `Version ${version}`)

/** A field of a mapping, as `part.key`, in words. */
const fieldName = (changed: string) => {
  const [part, key = ""] = changed.split(".") as [Target, string]
  return `${fieldsOf(part)[key]?.label ?? key} of ${partNames[part].to}`
}

/** **Versions**: who changed the mapping, when and in which fields; each can be brought back. */
export function Versions({ versions, current, reason }: VersionsProps) {
  const [asked, ask] = useState<MappingVersion | null>(null)
  return (
    <Section title="Versions" aside={versions.length > 1 ? versions.length : undefined}>
      <ul className="grid">
        {versions.map((one) => (
          <li key={one.version} className="flex items-start gap-2 border-line py-2 not-first:border-t">
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="font-medium">{nameOf(one.version)}</span>
              {one.version === current && <span className="text-ink-3">, in force</span>}
              {one.at && (
                <span className="block text-12 text-ink-3">
                  {one.by}, <Moment at={one.at} />
                </span>
              )}
              {one.restoredFrom !== null && (
                <span className="block text-12 text-ink-2">
                  As {one.restoredFrom === 0 ? "the house has it" : `version ${one.restoredFrom}`}
                </span>
              )}
              {one.changes.length > 0 && (
                <span className="block text-12 text-ink-2">{one.changes.slice(0, 6).map(fieldName).join(", ")}</span>
              )}
            </span>
            {one.version !== current && (
              <Button size="s" reason={reason} onClick={() => ask(one)}>
                {`Restore${one.version === 0 ? "" : ` ${one.version}`}`}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <CommandDialog
          title="Restore"
          icon={<RotateCcw aria-hidden="true" />}
          busyWord="Restoring"
          sentence={
            <>
              Brings <b>{nameOf(asked.version)}</b> back as version <b>{current + 1}</b>. Decisions are written by it from then on; what was
              written stays.
            </>
          }
          action={restoreMapping}
          hidden={{ base: String(current), version: String(asked.version) }}
          onClose={() => ask(null)}
          news={({ version }) => ({ title: `Version ${version} is in force`, text: nameOf(asked.version) })}
        />
      )}
    </Section>
  )
}
