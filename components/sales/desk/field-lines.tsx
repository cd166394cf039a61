import { lookedAt, picksOf } from "./desk-choice"
import type { DeskProps } from "./desk-props"
import { deskRows, pick } from "./desk-rows"
import { FieldLine } from "./field-line"

/** The fields of the account or of the contact, line by line. */
export function FieldLines({ desk, choice, change, plan, part }: DeskProps & { part: "account" | "contact" }) {
  const record = lookedAt(desk, choice)[part]
  const isUsed = choice[part] === "existing" && record !== null
  const picks = isUsed ? picksOf(desk, choice, part) : []
  return deskRows(desk, part, record?.values ?? null, plan[part].values, picks).map((row) => (
    <FieldLine
      key={row.label}
      row={row}
      name={`pick-${part}-${row.keys[0]}`}
      isUsed={isUsed}
      hasMatch={record !== null}
      onPick={(takes) =>
        record && change({ picks: { ...choice.picks, [record.id]: pick(desk, part, record.values, picks, row.keys, takes) } })
      }
    />
  ))
}
