"use client"
import { Network } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { BelongingFields } from "@/components/commerce/belonging-fields"
import { useCommand } from "@/components/shell/use-command"
import { ButtonLink } from "@/components/ui/button-link"
import { Field } from "@/components/ui/field"
import { RadioCards } from "@/components/ui/radio-cards"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { useToast } from "@/components/ui/toast"
import { createHierarchy } from "@/lib/commerce/actions"
import type { HeadView } from "@/lib/commerce/hierarchies/get-head"
import { fold } from "@/lib/platform/fold"

/** More people than these are found by a search. */
const searchedFrom = 10

/** The second step of a new hierarchy: its name, and the Admin, without whom there is none. */
export function ChooseAdmin({ head, backHref }: { head: HeadView; backHref: string }) {
  const { id, name, number, next, people, channels, belonging, refusal } = head
  const router = useRouter()
  const { showToast } = useToast()
  const [adminId, setAdminId] = useState(people.length === 1 ? (people[0]?.id ?? "") : "")
  const [typed, setTyped] = useState("")
  const { submit, busy, error } = useCommand(createHierarchy, (made) => {
    showToast({ title: `${made.number} created`, text: `${admin?.name} gets an invitation by email.` })
    router.push(`/commerce/hierarchies/${made.hierarchyId}`)
  })
  const admin = people.find((person) => person.id === adminId)
  const others = people.length - 1
  const wanted = fold(typed)
  const shown = people.filter((person) => person.id === adminId || fold(`${person.name} ${person.email}`).includes(wanted)).slice(0, 50)
  if (refusal) {
    return (
      <div className="grid gap-4 border-t border-line pt-4">
        <Strip tone="bad">{refusal}</Strip>
        <div className="px-6 max-m:px-4">
          <ButtonLink href={backHref}>Choose another organization</ButtonLink>
        </div>
      </div>
    )
  }
  return (
    <form onSubmit={submit} noValidate className="measured grid gap-5 border-t border-line py-5 [--measure:616px]">
      <div role="alert" className="empty:hidden">
        {error && <Strip tone="bad">{error.message}</Strip>}
      </div>
      <input type="hidden" name="organizationId" value={id} />
      <Field label="Name" hint={`Its users see it in the partner portal. ${name} keeps its own.`} error={error?.fields.name}>
        {(control) => <TextInput {...control} name="name" defaultValue={name} autoComplete="off" />}
      </Field>
      <BelongingFields channels={channels} belonging={belonging} error={error?.fields.channels} />
      {people.length >= searchedFrom && (
        <Field label="Search people">
          {(control) => <TextInput {...control} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
      )}
      <RadioCards
        legend="Admin"
        name="adminId"
        value={adminId}
        onChoose={setAdminId}
        cards={shown.map((person) => ({ value: person.id, label: person.name, text: `${person.email}, ${person.number}` }))}
      />
      <p className="text-pretty text-ink-2">
        {admin ? (
          <>
            Creates {next} of {number} with <b className="text-ink">{admin.name}</b> as its Admin, Pending, and sends 1 invitation.{" "}
            {others > 0 &&
              `${others === 1 ? "The other person becomes a User" : `The other ${others} people become Users`}, Pending, and not invited before somebody enables them.`}
          </>
        ) : (
          "Choose the Admin: there is no hierarchy without one."
        )}
      </p>
      <div className="flex gap-2">
        <SubmitButton
          icon={<Network aria-hidden="true" />}
          busy={busy}
          busyLabel="Creating"
          reason={admin ? null : "Choose the Admin first."}
        >
          Create
        </SubmitButton>
        <ButtonLink href={backHref} tone="ghost">
          Choose another organization
        </ButtonLink>
      </div>
    </form>
  )
}
