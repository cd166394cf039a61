"use client"
import { ArrowRight } from "lucide-react"
import { useRouter } from "next/navigation"
import { type FormEvent, useState, useTransition } from "react"
import { Field } from "@/components/ui/field"
import { RadioCards } from "@/components/ui/radio-cards"
import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { setPolicy } from "@/lib/exchange/actions"
import { type Matching, type Mode, matchings, modes, type Policy } from "@/lib/exchange/import/policy"

const sentences: Record<Matching, string> = {
  id: "Surest, for a file that was exported here. A row without an ID is a new lead.",
  email: "A row means the lead with the same address.",
  company: "A row means the lead of the same company in the same country; legal forms and accents do not count.",
  taxId: "A row means the lead with the same tax ID.",
  alike: "A row means the lead that looks the same by the matching rules: name, domain, phone and address count together.",
  none: "Nothing is looked for. The same file twice makes its leads twice.",
}

const deeds: Record<Mode, string> = {
  both: "A row that finds its lead updates it; one that finds none creates one.",
  create: "A row that finds its lead is skipped.",
  update: "A row that finds no lead is skipped.",
}

type MatchPolicyProps = { id: string; policy: Policy; allowed: readonly Matching[]; owners: readonly { id: string; name: string }[] }

/** The third step: how rows find their leads, and what becomes of them. */
export function MatchPolicy({ id, policy: first, allowed, owners }: MatchPolicyProps) {
  const router = useRouter()
  const [policy, setPolicyHere] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const change = (part: Partial<Policy>) => setPolicyHere({ ...policy, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await setPolicy({ id, ...policy }).catch(() => null)
      if (result?.ok) router.push(`/sales/leads/import/${id}/preview`)
      else setProblem(result?.error.message ?? "The server could not be reached. Try again.")
    })
  }
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <div role="alert" className="empty:hidden">
        {problem && <Strip tone="bad">{problem}</Strip>}
      </div>
      <div className="grid max-w-[720px] gap-6 px-6 pb-6 max-m:px-4">
        <RadioCards
          legend="Find a row's lead by"
          name="matchBy"
          cards={allowed.map((value) => ({ value, label: matchings[value], text: sentences[value] }))}
          value={policy.matchBy}
          onChoose={(value) => change({ matchBy: value as Matching })}
        />
        <RadioCards
          legend="Then"
          name="mode"
          cards={Object.entries(modes).map(([value, label]) => ({ value, label, text: deeds[value as Mode] }))}
          value={policy.mode}
          onChoose={(value) => change({ mode: value as Mode })}
        />
        <Segmented
          legend="An empty cell"
          name="empty"
          choices={[
            { value: "keep", label: "keeps what is there" },
            { value: "clear", label: "clears the field" },
          ]}
          value={policy.empty}
          onChoose={(value) => change({ empty: value === "clear" ? "clear" : "keep" })}
        />
        <Field label="Owner of new leads" hint="Where the file names none." width={320}>
          {(control) => (
            <Select
              {...control}
              name="ownerId"
              value={policy.ownerId ?? ""}
              onChange={(event) => change({ ownerId: event.target.value || null })}
              placeholder="Nobody"
              options={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
            />
          )}
        </Field>
      </div>
      <div className="rail sticky bottom-0 mt-auto">
        <span className="mr-auto min-w-0 truncate text-ink-2">Every row is checked next; nothing is written yet.</span>
        <SubmitButton busy={busy} busyLabel="Saving" icon={<ArrowRight aria-hidden="true" />}>
          Preview
        </SubmitButton>
      </div>
    </form>
  )
}
