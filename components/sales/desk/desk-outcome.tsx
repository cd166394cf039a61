import { ArrowRight, Link2, Mail, Plus } from "lucide-react"
import type { ReactNode } from "react"
import { type PlanLine, planLines } from "@/lib/sync/conversion/lines"
import type { DeskProps } from "./desk-props"

/** What will be created, linked, moved and mailed on both sides: the lines that the receipt will keep. */
export function DeskOutcome({ work, plan }: Pick<DeskProps, "work" | "plan">) {
  const { organization, person } = plan
  const numberOf = (customer: typeof organization) => (customer?.make === "use" ? customer.known.number : null)
  const lines = planLines(plan, work, { organization: numberOf(organization), person: numberOf(person) })
  return (
    <div className="grid grid-cols-3 border-t border-line-2 max-m:grid-cols-1">
      <List title="Created" icon={<Plus />} lines={lines.created.map(shown)} none="Nothing new." />
      <List title="Linked and updated" icon={<Link2 />} lines={lines.linked.map(shown)} none="Nothing." />
      <div className="border-l border-line max-m:border-t max-m:border-l-0">
        <List title="Moved" icon={<ArrowRight />} lines={lines.moved.map(shown)} none="Nothing." isInner />
        <List title="Mailed" icon={<Mail />} lines={[]} none={mailed(work, plan)} isInner />
      </div>
    </div>
  )
}

type Line = { key: string; text: ReactNode }

/** A line with its record's name in bold, and in which of the two stores it is. */
function shown({ part, label, text, kind }: PlanLine): Line {
  const at = label ? text.indexOf(label) : -1
  const isInCommerce = kind === "customer" || kind === "prospect"
  const says =
    part === "prospect" ? (
      <>
        Prospect <b>{label}</b>, stays Pending
      </>
    ) : at < 0 ? (
      text
    ) : (
      <>
        {text.slice(0, at)}
        <b>{label}</b>
        {text.slice(at + label.length)}
      </>
    )
  return {
    key: `${part} ${text}`,
    text: (
      <>
        {says}
        {isInCommerce && <span className="text-ink-3"> in Commerce</span>}
      </>
    ),
  }
}

function mailed({ personName, doesDecide, prospectNumber }: DeskProps["work"], { opportunity }: DeskProps["plan"]): string {
  if (!prospectNumber || !doesDecide) return "Nothing."
  if (opportunity.make === "skip") return `Nothing now. ${personName} hears when Commerce decides.`
  const which = opportunity.make === "attach" ? opportunity.known.topic : "the opportunity"
  return `Nothing now. ${personName} hears when ${which} is closed.`
}

type ListProps = { title: string; icon: ReactNode; lines: readonly Line[]; none: string; isInner?: boolean }

function List({ title, icon, lines, none, isInner }: ListProps) {
  const edge = isInner ? "not-first:pt-0" : "not-first:border-l max-m:not-first:border-t max-m:not-first:border-l-0"
  return (
    <section className={`border-line px-6 pt-3.5 pb-4 ${edge}`} aria-label={title}>
      <h3 className="mb-1.5 flex items-center gap-2 font-semi [&_svg]:size-4 [&_svg]:text-accent-text">
        {icon}
        {title}
      </h3>
      <ul className="grid gap-1 text-ink-2 wrap-anywhere [&_b]:text-ink">
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
        {lines.length === 0 && <li>{none}</li>}
      </ul>
    </section>
  )
}
