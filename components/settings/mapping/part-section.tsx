import { useId } from "react"
import type { Mapping, Source, Target, Values } from "@/lib/sync/conversion/mapping"
import { fieldsOf, partNames, problemOf, sourcesOf } from "@/lib/sync/conversion/mapping-rules"
import { shown } from "./shown"
import { SourceField } from "./source-field"

type PartSectionProps = {
  part: Target
  parts: Mapping["parts"]
  /** What the newest lead would have in each field; null where there is no lead. */
  example: Values | null
  changed: ReadonlySet<string>
  reason: string | null
  onChange: (part: Target, key: string, source: Source | null) => void
}

/** The fields of one record, each with where its value comes from and what the newest lead would have there. */
export function PartSection({ part, parts, example, changed, reason, onChange }: PartSectionProps) {
  const titleId = useId()
  const { from, to } = partNames[part]
  const sources = sourcesOf(parts, part)
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className="flex items-baseline gap-2 border-b border-line-2 pb-2 text-14 font-semi">
        {to} <span className="text-12 font-regular text-ink-3">from {from.toLowerCase()}</span>
      </h2>
      <table aria-labelledby={titleId} className="w-full table-fixed max-m:block [&_tbody]:max-m:block">
        <thead className="max-m:sr-only">
          <tr className="text-left text-12 text-ink-3">
            <th scope="col" className="w-[180px] py-2 font-regular">
              Field
            </th>
            <th scope="col" className="py-2 font-regular">
              Takes its value from
            </th>
            <th scope="col" className="w-[32%] py-2 pl-5 font-regular">
              Of the newest lead
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(fieldsOf(part)).map(([key, field]) => {
            const value = example ? shown(field, example[key] ?? null) : null
            return (
              <tr key={key} className="border-t border-line align-top max-m:block max-m:py-2">
                <th scope="row" className="py-2 pr-3 text-left font-regular max-m:block max-m:py-1">
                  <span className="flex min-h-[34px] flex-wrap items-center gap-x-2 max-m:min-h-0">
                    {field.label}
                    {field.isRequired && <span className="text-12 text-ink-3">required</span>}
                    {changed.has(`${part}.${key}`) && <span className="text-12 font-medium text-accent-text">changed</span>}
                  </span>
                </th>
                <td className="py-2 max-m:block max-m:py-1">
                  <SourceField
                    part={part}
                    name={key}
                    field={field}
                    source={sources[key]}
                    problem={problemOf(part, key, sources[key])}
                    reason={reason}
                    onChange={(source) => onChange(part, key, source)}
                  />
                </td>
                <td className="py-2 pl-5 wrap-anywhere text-ink-2 max-m:block max-m:py-1 max-m:pl-0">
                  <span className="flex min-h-[34px] items-center max-m:min-h-0">
                    <span className="line-clamp-2">{value ?? <span className="text-ink-3">Empty</span>}</span>
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
