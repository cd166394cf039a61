"use client"
import { Copy, Undo2 } from "lucide-react"
import { useTransition } from "react"
import { useUndoOverride } from "@/components/commerce/compare/use-undo-override"
import { Button } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { useStandingUndo } from "@/components/ui/standing-undo"
import { Moment } from "@/components/ui/time"
import { customerFields } from "@/lib/commerce/customers/fields"
import { isOverridable } from "@/lib/commerce/side-by-side/compared"
import type { OverrideView } from "@/lib/commerce/side-by-side/queries"

type OverridesProps = { overrides: readonly OverrideView[]; refusedByRole: string | null }

/** The newest overrides of a hierarchy, each with its Undo. */
export function Overrides({ overrides, refusedByRole }: OverridesProps) {
  if (overrides.length === 0) return null
  return (
    <Section title="Overrides">
      <ul className="grid gap-3.5">
        {overrides.map((override) => (
          <OverrideItem key={override.id} override={override} refusedByRole={refusedByRole} />
        ))}
      </ul>
    </Section>
  )
}

function OverrideItem({ override, refusedByRole }: { override: OverrideView; refusedByRole: string | null }) {
  const { id, at, actorName, sourceName, fields, members, undoneAt, undoneBy, kept } = override
  const labels = fields.flatMap((field) => (isOverridable(field) ? [customerFields[field].label] : []))
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-x-2.5">
      {undoneAt ? (
        <Undo2 size={16} className="mt-0.5 text-ink-3" aria-hidden="true" />
      ) : (
        <Copy size={16} className="mt-0.5 text-ink-3" aria-hidden="true" />
      )}
      <div className="min-w-0 wrap-anywhere">
        <b className="font-medium">{labels.join(", ")}</b> of {sourceName} to {members === 1 ? "1 member" : `${members} members`}
        <span className="block text-12 text-ink-3">
          {actorName}, <Moment at={at} />
          {undoneAt && (
            <>
              ; taken back by {undoneBy}, <Moment at={undoneAt} />
            </>
          )}
        </span>
        {kept.length > 0 && <span className="block text-12 text-ink-2">Left as somebody made it since: {kept.join("; ")}.</span>}
      </div>
      {!undoneAt && <UndoOverride overrideId={id} reason={refusedByRole} />}
    </li>
  )
}

function UndoOverride({ overrideId, reason }: { overrideId: string; reason: string | null }) {
  const undoOverride = useUndoOverride()
  const [busy, start] = useTransition()
  useStandingUndo(overrideId)
  return (
    <Button size="s" busy={busy} reason={reason} icon={<Undo2 aria-hidden="true" />} onClick={() => start(() => undoOverride(overrideId))}>
      Undo
    </Button>
  )
}
