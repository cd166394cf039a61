import { CircleCheck } from "lucide-react"
import { Section } from "@/components/ui/section"
import { sourceField } from "@/lib/sync/conversion/mapping"
import type { Filled } from "@/lib/sync/mapping-queries"

const records: Readonly<Record<string, string>> = { request: "Request", lead: "Lead" }
const nouns: Readonly<Record<string, string>> = { request: "requests", lead: "leads" }

type LossesProps = { losses: readonly string[]; now: ReadonlySet<string>; filled: Readonly<Record<string, Filled>> }

/** **What would be lost**: the fields whose values nothing takes over, with how many past records have one. */
export function Losses({ losses, now, filled }: LossesProps) {
  return (
    <Section title="What would be lost" aside={losses.length > 0 ? losses.length : undefined}>
      {losses.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-2">
          <CircleCheck className="size-4 flex-none text-good" aria-hidden="true" />
          Every field is taken over.
        </p>
      ) : (
        <>
          <p className="mb-2 text-ink-2">Nothing takes these over. Their values stay where they are.</p>
          <ul className="grid">
            {losses.map((loss) => {
              const [record = "", key = ""] = loss.split(".")
              const counted = filled[record]
              const count = counted?.by[key] ?? 0
              return (
                <li key={loss} className="border-line py-[7px] not-first:border-t">
                  <span className="font-medium">{sourceField(loss)?.label ?? key}</span>
                  <span className="text-ink-3"> of the {(records[record] ?? record).toLowerCase()}</span>
                  {!now.has(loss) && <span className="ml-1.5 text-12 font-medium text-wait">newly lost</span>}
                  <span className="block text-12 text-ink-3 tabular-nums">
                    {counted &&
                      `${count.toLocaleString("en")} of ${counted.isAll ? "all" : "the newest"} ${counted.of.toLocaleString("en")} ${nouns[record]} have a value`}
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Section>
  )
}
