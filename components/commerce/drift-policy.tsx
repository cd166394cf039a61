"use client"
import { Diff } from "lucide-react"
import { useState } from "react"
import { DriftBoxes } from "@/components/commerce/drift-boxes"
import { Command } from "@/components/shell/command"
import { RadioCards } from "@/components/ui/radio-cards"
import { Section } from "@/components/ui/section"
import { changeDriftPolicy } from "@/lib/commerce/actions"
import type { DriftView } from "@/lib/commerce/drift/queries"
import { sectionWords } from "@/lib/commerce/drift/rules"

type DriftPolicyProps = { hierarchyId: string; number: string; drift: DriftView; refusedByRole: string | null }

/** What the members of a hierarchy must share with its Admin, and **Change policy**. */
export function DriftPolicy({ hierarchyId, number, drift, refusedByRole }: DriftPolicyProps) {
  const { sections, usual, followsDefault } = drift
  const [follows, setFollows] = useState(followsDefault ? "default" : "own")
  return (
    <Section title="Drift">
      <p className="mb-2.5 text-pretty text-ink-2">
        {sections.length > 0
          ? `Members must be as the Admin in ${sectionWords(sections)}, and new users begin so. Who differs is flagged, and commerce managers are told.`
          : "Members may differ from the Admin in everything."}{" "}
        {followsDefault && <span className="text-ink-3">Settings say so for every hierarchy.</span>}
      </p>
      <Command
        title="Change policy"
        icon={<Diff aria-hidden="true" />}
        trigger={{ size: "s" }}
        reason={refusedByRole}
        busyWord="Saving"
        sentence={`Says what the members of ${number} must share with its Admin. Nobody is changed by it: new users begin as the Admin, and who differs is flagged.`}
        action={changeDriftPolicy}
        hidden={{ hierarchyId }}
        news={() => ({ title: "Policy changed", text: "Who differs is looked for now." })}
      >
        {() => (
          <>
            <RadioCards
              legend="What holds"
              name="follows"
              value={follows}
              onChoose={setFollows}
              cards={[
                { value: "default", label: "As Settings say", text: usual.length > 0 ? sectionWords(usual) : "Nothing must be the same" },
                { value: "own", label: "A policy of its own" },
              ]}
            />
            {follows === "own" && <DriftBoxes ticked={sections} />}
          </>
        )}
      </Command>
    </Section>
  )
}
