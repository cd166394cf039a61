import type { Metadata } from "next"
import { SequenceForm } from "@/components/settings/sequence-form"
import { SequenceVersions } from "@/components/settings/sequence-versions"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { listSequenceDetails } from "@/lib/settings/numbers/queries"

export const metadata: Metadata = { title: "Number sequences" }

const path = "/settings/number-sequences"

export default async function NumberSequencesPage() {
  const staff = await requireStaff("sequence:read")
  const sequences = await listSequenceDetails()
  const refused = roleRefusal(staff.staffRole, "sequence:edit", "change number sequences")
  const today = new Date().toISOString()
  return (
    <>
      <SettingsHead
        title="Number sequences"
        path={path}
        text="Numbers that were given stay as they are; the next ones follow what you set here."
      />
      {sequences.map(({ versions, id: _id, ...sequence }) => (
        <section key={sequence.kind} aria-label={sequence.name} className="border-t border-line px-6 py-5 max-m:px-4">
          <SequenceForm key={sequence.version} {...sequence} today={today} reason={refused} />
          <SequenceVersions name={sequence.name} versions={versions} current={sequence.version} />
        </section>
      ))}
    </>
  )
}
