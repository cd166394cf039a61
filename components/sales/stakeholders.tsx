import { RecordLink } from "@/components/shell/record-link"
import { Section } from "@/components/ui/section"
import type { StakeholderRow } from "@/lib/sales/stakeholders/queries"
import { refusalToEditStakeholders, stakeholderRoles } from "@/lib/sales/stakeholders/rules"
import type { StakeNoun } from "@/lib/sales/stakeholders/schema"
import type { Worker } from "@/lib/sales/worker"
import { AddStakeholder, EditStakeholder } from "./stakeholder-commands"

type StakeholdersProps = { about: StakeNoun; id: string; people: readonly StakeholderRow[]; viewer: Worker }

/** Who has a say in a record, and in which role. A lead's stay visible on its opportunity, and both on the account. */
export function Stakeholders({ about, id, people, viewer }: StakeholdersProps) {
  const refusal = refusalToEditStakeholders(viewer)?.message ?? null
  return (
    <Section title="Stakeholders" aside={people.length > 1 ? people.length : undefined}>
      {people.length === 0 && <p className="text-ink-3">Nobody is named yet.</p>}
      <ul>
        {people.map((person) => (
          <li key={person.id} className="flex items-start gap-2 border-line py-[7px] not-first:border-t">
            <div className="min-w-0 flex-1 wrap-anywhere">
              <p className="font-medium">
                {person.contactId ? (
                  <RecordLink kind="contact" id={person.contactId}>
                    {person.name}
                  </RecordLink>
                ) : (
                  person.name
                )}
              </p>
              <p className="text-ink-2">
                {stakeholderRoles[person.role]}
                {person.about !== about && <span className="text-ink-3">, from the {person.about}</span>}
              </p>
              {person.email && (
                <a className="link text-12" href={`mailto:${person.email}`}>
                  {person.email}
                </a>
              )}
              {person.note && <p className="text-12 whitespace-pre-line text-ink-3">{person.note}</p>}
            </div>
            {refusal === null && <EditStakeholder person={person} />}
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <AddStakeholder about={about} id={id} reason={refusal} />
      </div>
    </Section>
  )
}
