"use client"
import { Check, PencilLine } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Segmented } from "@/components/ui/segmented"
import type { Mapping, Source, Target } from "@/lib/sync/conversion/mapping"
import { changesBetween, lossesOf, partNames, partOrder, problemsOf, rehearse, writtenOf } from "@/lib/sync/conversion/mapping-rules"
import type { MappingPage } from "@/lib/sync/mapping-queries"
import { Losses } from "./losses"
import { PartSection } from "./part-section"
import { Rehearsal } from "./rehearsal"
import { SaveMapping } from "./save-mapping"
import { Versions } from "./versions"

type MappingEditorProps = MappingPage & {
  /** Why this person cannot change it, or null. */
  reason: string | null
}

/** The field mapping: every field with its source, and beside it what would be lost, what would change, and how it was before. */
export function MappingEditor({ mapping, versions, samples, filled, reason }: MappingEditorProps) {
  const [draft, setDraft] = useState({ of: mapping.version, parts: mapping.parts })
  const [part, show] = useState<Target>("lead")
  const [isSaving, setSaving] = useState(false)
  // Another version is in force: what was typed over the old one no longer stands.
  const { parts } = draft.of === mapping.version ? draft : { parts: mapping.parts }
  const change = (of: Target, key: string, source: Source | null) => {
    const { [key]: _, ...others } = parts[of] as Record<string, Source>
    setDraft({ of: mapping.version, parts: { ...parts, [of]: source ? { ...others, [key]: source } : others } })
  }
  const changes = changesBetween(mapping.parts, parts)
  const problems = Object.values(problemsOf(parts))
  const proposed: Mapping = { version: mapping.version + 1, parts }
  const rehearsed = rehearse(mapping, proposed, samples)
  const [lossesNow, losses] = [new Set(lossesOf(mapping.parts)), lossesOf(parts)]
  const [newest] = samples
  const example = newest ? writtenOf(proposed, newest) : null
  const isChanged = changes.length > 0
  const changedIn = (one: Target) => changes.filter((changed) => changed.startsWith(`${one}.`)).length
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_340px] content-start border-t border-line max-l:grid-cols-1">
      <div className="col-span-full flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-6 py-3 max-m:px-4">
        <div className="min-w-0 overflow-x-auto p-0.5 whitespace-nowrap">
          <Segmented
            legend="Record"
            hideLegend
            name="record"
            value={part}
            onChoose={(chosen) => show(partOrder.find((one) => one === chosen) ?? "lead")}
            choices={partOrder.map((one) => ({
              value: one,
              label: partNames[one].to,
              icon: changedIn(one) > 0 ? <PencilLine size={12} className="text-accent-text" aria-label="changed" /> : undefined,
            }))}
          />
        </div>
        <span className="ml-auto flex items-center gap-2">
          <span className="text-12 text-ink-3" role="status">
            {isChanged ? `${changes.length} changed` : ""}
          </span>
          <Button reason={isChanged ? null : "Nothing is changed."} onClick={() => setDraft({ of: mapping.version, parts: mapping.parts })}>
            Discard
          </Button>
          <Button
            tone="primary"
            icon={<Check aria-hidden="true" />}
            reason={reason ?? problems[0] ?? (isChanged ? null : "Nothing is changed.")}
            onClick={() => setSaving(true)}
          >
            Save
          </Button>
        </span>
      </div>
      <div className="px-6 py-5 max-m:px-4">
        <PartSection
          part={part}
          parts={parts}
          example={example?.[part] ?? null}
          changed={new Set(changes)}
          reason={reason}
          onChange={change}
        />
      </div>
      <aside aria-label="Check" className="border-l border-line px-6 py-2 max-l:border-t max-l:border-l-0 max-m:px-4">
        <Losses losses={losses} now={lossesNow} filled={filled} />
        <Rehearsal rehearsed={rehearsed} isChanged={isChanged} />
        <Versions versions={versions} current={mapping.version} reason={reason} />
      </aside>
      {isSaving && (
        <SaveMapping
          base={mapping.version}
          parts={parts}
          changes={changes.length}
          rehearsed={[rehearsed.filter(({ differs }) => differs.length > 0).length, rehearsed.length]}
          newlyLost={losses.filter((loss) => !lossesNow.has(loss))}
          onSaved={() => setSaving(false)}
          onClose={() => setSaving(false)}
        />
      )}
    </div>
  )
}
