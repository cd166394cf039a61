import { RecordLink } from "@/components/shell/record-link"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import type { CarriedItem, CarriedKind, CarriedOver as CarriedOverView, CarriedPlace } from "@/lib/sales/leads/carried-over"
import { counted } from "./counted"

const nouns: Record<CarriedKind, [one: string, many: string]> = {
  note: ["note", "notes"],
  file: ["file", "files"],
  task: ["task", "tasks"],
  phone_call: ["phone call", "phone calls"],
  appointment: ["appointment", "appointments"],
  email: ["email", "emails"],
  stakeholder: ["stakeholder", "stakeholders"],
}
const kinds = Object.keys(nouns) as CarriedKind[]

/** **Carried over**: everything that was there with a lead, where it lives and on which records it is shown since it was qualified. */
export function CarriedOver({
  carried,
  here,
}: {
  carried: readonly CarriedOverView[] /** The record whose page this is. */
  here: string
}) {
  if (carried.length === 0) return null
  const count = carried.reduce((sum, { items }) => sum + items.length, 0)
  return (
    <Section title="Carried over" aside={count > 0 ? count : undefined}>
      <div className="grid gap-4">
        {carried.map((one) => (
          <OfLead key={one.home.id} carried={one} here={here} />
        ))}
      </div>
    </Section>
  )
}

function OfLead({ carried: { home, shownOn, items, isMore }, here }: { carried: CarriedOverView; here: string }) {
  return (
    <div className="grid gap-1.5 wrap-anywhere">
      <p className="text-ink-2">
        {items.length === 0 ? "Nothing was written on " : "Lives on "}
        <Place place={home} here={here} />
        {items.length > 0 && shownOn.length > 0 && (
          <>
            {" "}
            and is shown on{" "}
            {shownOn.map((place, at) => (
              <span key={place.id}>
                {at > 0 && (at === shownOn.length - 1 ? " and " : ", ")}
                <Place place={place} here={here} />
              </span>
            ))}
          </>
        )}
        .
      </p>
      {kinds.map((kind) => (
        <OfKind key={kind} kind={kind} items={items.filter((item) => item.kind === kind)} />
      ))}
      {isMore && <p className="text-12 text-ink-3">The newest {items.length}; the timeline has all of them.</p>}
    </div>
  )
}

function Place({ place: { kind, id, label }, here }: { place: CarriedPlace; here: string }) {
  if (id === here) return <b>this {kind}</b>
  return (
    <RecordLink kind={kind} id={id}>
      {label}
    </RecordLink>
  )
}

function OfKind({ kind, items }: { kind: CarriedKind; items: readonly CarriedItem[] }) {
  if (items.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer rounded-2 py-0.5 font-medium">{counted(items.length, ...nouns[kind])}</summary>
      <ul className="mt-1 mb-1.5 ml-4 grid gap-1.5">
        {items.map(({ id, text, at, by }) => (
          <li key={id}>
            <span className="line-clamp-2">{text}</span>
            <span className="block text-12 text-ink-3">
              {by && `${by}, `}
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
