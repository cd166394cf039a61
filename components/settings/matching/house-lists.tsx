"use client"
import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"
import type { RulesDraft } from "./rules-draft"

type HouseListsProps = {
  draft: RulesDraft
  isLocked: boolean
  problems: Record<string, string>
  onChange: (changes: Partial<RulesDraft>) => void
}

/** What the house adds to the lists that everybody has. */
export function HouseLists({ draft, isLocked, problems, onChange }: HouseListsProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 text-14 font-semi">Lists of this house</legend>
      <Field
        label="Shared domains"
        hint="Domains that many companies share, one a line: they say nothing about the company. The large mail services are known."
        error={problems.sharedDomains}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            disabled={isLocked}
            spellCheck={false}
            value={draft.sharedDomains}
            onChange={(event) => onChange({ sharedDomains: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Legal forms"
        hint="Forms of companies that are left out of names, one a line. The usual ones of Europe and America are known."
        error={problems.legalForms}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            disabled={isLocked}
            spellCheck={false}
            value={draft.legalForms}
            onChange={(event) => onChange({ legalForms: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}
