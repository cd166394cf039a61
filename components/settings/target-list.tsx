import { ArrowDown, ArrowUp } from "lucide-react"
import { MoveButton } from "@/components/settings/move-button"
import { AddTarget, type CalendarName, EditTarget, RemoveTarget } from "@/components/settings/target-commands"
import { Section } from "@/components/ui/section"
import { Strip } from "@/components/ui/strip"
import { daysText, hoursText, targetTitle } from "@/lib/sales/timers/target-words"
import { isForAll, type Target } from "@/lib/sales/timers/targets"
import { moveTarget } from "@/lib/settings/actions"

type TargetListProps = {
  targets: readonly Target[]
  calendars: readonly CalendarName[]
  houseDays: number
  /** Due times are being told anew. */
  isSweeping: boolean
  reason: string | null
}

/** The targets in the order in which they are tried, the one for every other lead last. */
export function TargetList({ targets, calendars, houseDays, isSweeping, reason }: TargetListProps) {
  const last = targets.length - 2
  return (
    <>
      {isSweeping && <Strip tone="info">Open leads are getting their new due times.</Strip>}
      <div className="border-t border-line">
        <div className="max-w-[860px] px-6 py-4 max-m:px-4">
          <Section title="Targets" aside={<AddTarget calendars={calendars} houseDays={houseDays} reason={reason} />}>
            <ol aria-label="Targets in order">
              {targets.map((target, place) => (
                <li key={target.id} className="flex flex-wrap items-start gap-x-2 gap-y-1 border-b border-line py-2.5 last:border-0">
                  <span className="w-5 flex-none pt-0.5 text-right text-ink-3 tabular-nums">{place + 1}</span>
                  <div className="min-w-0 flex-1 basis-[240px] pl-2">
                    <p className="font-semi">{targets.length === 1 ? "Every lead" : targetTitle(target)}</p>
                    <p className="text-pretty text-ink-2">{sentenceOf(target, calendars, houseDays)}</p>
                  </div>
                  <span className="ml-auto flex flex-none items-center gap-1">
                    {!isForAll(target) && (
                      <>
                        <MoveButton
                          action={moveTarget}
                          input={{ targetId: target.id, to: "up" as const }}
                          icon={<ArrowUp aria-hidden="true" />}
                          reason={reason ?? (place === 0 ? "It is tried first already." : null)}
                        >
                          {`Move up ${targetTitle(target)}`}
                        </MoveButton>
                        <MoveButton
                          action={moveTarget}
                          input={{ targetId: target.id, to: "down" as const }}
                          icon={<ArrowDown aria-hidden="true" />}
                          reason={reason ?? (place === last ? "Only the target for every other lead is tried after it." : null)}
                        >
                          {`Move down ${targetTitle(target)}`}
                        </MoveButton>
                      </>
                    )}
                    <EditTarget target={target} calendars={calendars} houseDays={houseDays} reason={reason} />
                    {!isForAll(target) && <RemoveTarget target={target} reason={reason} />}
                  </span>
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </div>
    </>
  )
}

function sentenceOf(
  { responseHours, decisionDays, warnAt, calendarId }: Target,
  calendars: readonly CalendarName[],
  houseDays: number,
): string {
  const calendar = calendars.find(({ id, isDefault }) => (calendarId ? id === calendarId : isDefault))
  const decided = decisionDays === null ? `${daysText(houseDays)}, as the house has it` : daysText(decisionDays)
  return `First response in ${hoursText(responseHours)}, decision in ${decided}. Warns at ${warnAt} %. Counted in ${calendar?.name ?? "the default hours"}.`
}
