import type { ReactNode } from "react"
import { DeskLine } from "./desk-line"
import type { DeskRowView } from "./desk-rows"

type FieldLineProps = {
  row: DeskRowView
  name: string
  /** Whether the record that is looked at is used: only then there is something to pick. */
  isUsed: boolean
  hasMatch: boolean
  onPick: (takes: boolean) => void
}

/** A field on the desk. Where both sides differ it is a choice of two: the request's value, or the record's. */
export function FieldLine({ row, name, isUsed, hasMatch, onPick }: FieldLineProps) {
  const { label, request, match, result, state, isTaken } = row
  const picks = isUsed && state === "differ"
  return (
    <DeskLine
      label={label}
      request={
        picks ? (
          <Pick name={name} says={`${label}: take ${spoken(request)} from the request`} isOn={isTaken} onChoose={() => onPick(true)}>
            <Lines lines={request} isQuiet={!isTaken} />
          </Pick>
        ) : (
          <Aligned isSame={state === "same"} hasPicks={isUsed}>
            <Lines lines={request} isQuiet={isUsed} />
          </Aligned>
        )
      }
      match={
        picks ? (
          <Pick name={name} says={`${label}: keep ${spoken(match)}`} isOn={!isTaken} onChoose={() => onPick(false)}>
            <Lines lines={match} isQuiet={isTaken} />
          </Pick>
        ) : (
          hasMatch && (
            <Aligned isSame={state === "same"} hasPicks={isUsed}>
              <Lines lines={match} isQuiet />
            </Aligned>
          )
        )
      }
      result={<Lines lines={result} />}
    />
  )
}

const spoken = (lines: readonly string[]) => lines.join(", ") || "nothing"

type PickProps = { name: string; says: string; isOn: boolean; onChoose: () => void; children: ReactNode }

function Pick({ name, says, isOn, onChoose, children }: PickProps) {
  return (
    <label className="-mx-2 -my-1 flex cursor-pointer items-start gap-2.5 rounded-2 px-2 py-1 hover:bg-sheet-hover max-m:min-h-8">
      <input type="radio" className="radio" name={name} aria-label={says} checked={isOn} onChange={onChoose} data-desk-pick />
      <span className="min-w-0">{children}</span>
    </label>
  )
}

/** Values without a choice stand where those with one do; `=` where both sides say the same. */
function Aligned({ isSame, hasPicks, children }: { isSame: boolean; hasPicks: boolean; children: ReactNode }) {
  return (
    <span className="flex gap-2.5">
      {(hasPicks || isSame) && (
        <span className="w-4 flex-none text-center text-ink-3" aria-hidden={isSame ? undefined : true}>
          {isSame && "="}
        </span>
      )}
      <span className="min-w-0">{children}</span>
    </span>
  )
}

function Lines({ lines, isQuiet }: { lines: readonly string[]; isQuiet?: boolean }) {
  if (lines.length === 0) return <span className="font-regular text-ink-3">Not given</span>
  return (
    <span className={isQuiet ? "text-ink-2" : undefined}>
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </span>
  )
}
