import type { Metadata } from "next"
import { SequenceForm } from "@/components/settings/sequence-form"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { listNumberSequences, sequenceKinds } from "@/lib/platform/number-sequences"

export const metadata: Metadata = { title: "Number sequences" }

const path = "/settings/number-sequences"

export default async function NumberSequencesPage() {
  const staff = await requireStaff("sequence:read")
  const sequences = await listNumberSequences()
  const refused = roleRefusal(staff.staffRole, "sequence:edit", "change number sequences")
  return (
    <>
      <SettingsHead
        title="Number sequences"
        path={path}
        text="Numbers that were given stay as they are; the next ones follow what you set here."
      />
      {sequences.map((sequence) => (
        <SequenceForm key={`${sequence.kind}-${sequence.version}`} {...sequence} name={sequenceKinds[sequence.kind]} reason={refused} />
      ))}
    </>
  )
}
