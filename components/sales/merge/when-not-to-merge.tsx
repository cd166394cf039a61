import { Section } from "@/components/ui/section"
import type { MergeKind } from "@/lib/sync/merge-fields"

const companies = [
  "Sister companies and subsidiaries: each has its own tax ID, contracts and credit.",
  "Branches that order by themselves, under one name at several addresses.",
  "A company and the person who used to run it.",
]

const cases: Record<MergeKind, readonly string[]> = {
  lead: [...companies, "Two wishes of one company that are decided apart, such as two countries."],
  account: [...companies, "Two partners: each keeps its own hierarchy."],
  contact: [
    "Two people who share a mailbox: give one of them another address.",
    "One person who works for two companies that order apart.",
    "Namesakes: the same name says little without the same company.",
  ],
}

/** **When not to merge**: what looks like a double and is none. */
export function WhenNotToMerge({ kind }: { kind: MergeKind }) {
  return (
    <Section title="When not to merge">
      <ul className="grid list-disc gap-1.5 pl-4 text-ink-2">
        {cases[kind].map((text) => (
          <li key={text} className="text-pretty">
            {text}
          </li>
        ))}
      </ul>
    </Section>
  )
}
