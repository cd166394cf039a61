"use client"
import { useAsked } from "@/components/shell/use-asked"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import type { BulkKind, BulkList } from "@/lib/bulk/kinds"
import type { FieldErrors } from "@/lib/platform/errors"
import { ratings } from "@/lib/sales/choices"
import { disqualificationReasons, leadStatusReasons } from "@/lib/sales/leads/rules"

import { AskFields } from "./ask-fields"
import { ChannelChange } from "./channel-change"
import { TermFields } from "./term-fields"

type Person = { id: string; name: string }
export type DeedFieldsProps = {
  kind: BulkKind
  list: BulkList
  viewer: Person
  mayGive: boolean
  /** The first of the ticked records, for an example. */
  first: string | null
  errors: FieldErrors
}

/** What has to be said once for all records of a run. */
export function DeedFields({ kind, ...props }: DeedFieldsProps) {
  if (kind === "assign") return <OwnerField {...props} />
  if (kind === "rate") return <RatingField />
  if (kind === "qualify") return <OpportunityField />
  if (kind === "assign_by_rules") return null
  if (kind === "set_terms") return <TermFields errors={props.errors} />
  if (kind === "set_channels") return <ChannelChange errors={props.errors} />
  if (kind === "approve") return <NoteField errors={props.errors} hint="Goes out with each approval mail." />
  if (kind === "reject") return <RejectionFields errors={props.errors} />
  if (kind === "reopen") return <WhyField errors={props.errors} />
  if (kind === "reactivate")
    return <Checkbox label="Tell the applicants" name="tellApplicant" hint="Each gets a mail that the request is being read again." />
  if (kind === "disqualify") return <ReasonFields errors={props.errors} />
  return <AskFields first={props.first} errors={props.errors} />
}

function OpportunityField() {
  return (
    <Segmented
      legend="Opportunity of each"
      name="opportunity"
      choices={[
        { value: "create", label: "Create" },
        { value: "skip", label: "Skip" },
      ]}
      defaultValue="create"
    />
  )
}

const reasons = disqualificationReasons.map((value) => ({ value, label: leadStatusReasons[value].word }))

function ReasonFields({ errors }: { errors: FieldErrors }) {
  return (
    <>
      <Field label="Status reason" error={errors.statusReason} width={260}>
        {(control) => <Select {...control} name="statusReason" options={reasons} defaultValue="lost" />}
      </Field>
      <Field label="Comment" mark="optional" hint="Stays inside, on the timeline of each lead." error={errors.comment}>
        {(control) => <Textarea {...control} name="comment" maxLength={2000} />}
      </Field>
      <NoteField errors={errors} hint="Goes out with each decline mail." />
    </>
  )
}

function WhyField({ errors }: { errors: FieldErrors }) {
  return (
    <Field label="Reason" hint="Stays inside, on the timeline of each." error={errors.reason}>
      {(control) => <Textarea {...control} name="reason" rows={2} maxLength={2000} />}
    </Field>
  )
}

function NoteField({ errors, hint }: { errors: FieldErrors; hint: string }) {
  return (
    <Field label="Note to the applicant" mark="optional" hint={hint} error={errors.noteToApplicant}>
      {(control) => <Textarea {...control} name="noteToApplicant" maxLength={2000} />}
    </Field>
  )
}

function RejectionFields({ errors }: { errors: FieldErrors }) {
  return (
    <>
      <Field label="Reason" hint="Each applicant reads it." error={errors.reason}>
        {(control) => (
          <Textarea {...control} name="reason" rows={2} maxLength={500} defaultValue="We cannot offer a partnership at this time." />
        )}
      </Field>
      <NoteField errors={errors} hint="Goes out with each decline mail." />
    </>
  )
}

function OwnerField({ list, viewer, mayGive, errors }: Omit<DeedFieldsProps, "kind">) {
  const path = list === "prospects" ? "/commerce/owners" : "/sales/owners"
  const owners = useAsked<Person[]>(mayGive ? path : null) ?? [viewer]
  return (
    <Field
      label="Owner"
      error={errors.ownerId}
      hint={
        mayGive
          ? "Each owner, old and new, gets one mail for all of theirs."
          : "You can take records yourself. A Sales manager can give them to others."
      }
    >
      {(control) => (
        <Select
          {...control}
          key={owners.length}
          name="ownerId"
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={viewer.id}
        />
      )}
    </Field>
  )
}

function RatingField() {
  return (
    <Segmented
      legend="Rating"
      name="rating"
      choices={Object.entries(ratings).map(([value, label]) => ({ value, label }))}
      defaultValue="hot"
    />
  )
}
