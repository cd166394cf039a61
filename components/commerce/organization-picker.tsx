"use client"
import { RecordPicker } from "@/components/shell/record-picker"
import type { FoundOrganization } from "@/lib/commerce/hierarchies/find-organizations"

const peopleOf = ({ people }: FoundOrganization) => (people === 1 ? "1 person" : `${people} people`)
const shared = {
  noun: ["organization", "organizations"] as const,
  fewest: 0,
  mark: (taken: FoundOrganization | null) => (taken ? `${taken.number}, ${peopleOf(taken)}` : ""),
  more: (one: FoundOrganization) => [one.number, one.city, peopleOf(one)].filter(Boolean).join(", "),
  refusal: (one: FoundOrganization) => one.refusal,
}

/** An organization that can be an outlet. */
export function OutletPicker({ error }: { error?: string }) {
  return (
    <RecordPicker<FoundOrganization>
      {...shared}
      label="Organization"
      hint="An Active organization without a hierarchy of its own. Type a part of its name or number."
      path="/api/organizations?for=outlet"
      idName="customerId"
      error={error}
    />
  )
}

/** The organization that a person orders for; empty for a person of no organization. */
export function EmployerPicker({ error }: { error?: string }) {
  return (
    <RecordPicker<FoundOrganization>
      {...shared}
      label="Organization"
      hint="Whom they order for. Type a part of its name or number, or leave it empty."
      path="/api/organizations?for=person"
      idName="organizationId"
      textName="organization"
      error={error}
    />
  )
}
