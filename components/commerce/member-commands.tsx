"use client"
import { ArrowLeftRight, Ban, Check, MailPlus, Store, UserMinus } from "lucide-react"
import type { MemberRefusals } from "@/components/commerce/member-refusals"
import { oneByOne } from "@/components/commerce/one-by-one"
import { Places } from "@/components/commerce/outlet-commands"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { changeMemberRole, disableMember, enableMember, inviteMemberAgain, placeMember, removeMember } from "@/lib/commerce/actions"
import type { MemberView, OutletView } from "@/lib/commerce/hierarchies/queries"
import { memberRoles } from "@/lib/commerce/hierarchies/rules"
import { inOrder } from "@/lib/commerce/outlets/outlet-rules"

type MemberCommandsProps = {
  hierarchyId: string
  number: string
  organizationName: string
  outlets: readonly OutletView[]
  chosen: readonly MemberView[]
  refusals: MemberRefusals
}

const roles = [
  { value: "admin", label: memberRoles.admin },
  { value: "user", label: memberRoles.user },
]

/** Enable, Invite again, Disable, Change role, Change outlet and Remove, for the members that are ticked. */
export function MemberCommands({ hierarchyId, number, organizationName, outlets, chosen, refusals }: MemberCommandsProps) {
  const names = listed(chosen.map(({ name }) => name))
  const count = chosen.length === 1 ? "1 user" : `${chosen.length} users`
  const invited = chosen.filter(({ acceptedAt }) => acceptedAt === null).length
  const shared = { trigger: { size: "s" } as const, hidden: { hierarchyId } }
  const ids = chosen.map(({ id }) => id)
  return (
    <div className="ml-auto flex flex-wrap gap-1.5">
      <Command
        {...shared}
        title="Enable"
        icon={<Check aria-hidden="true" />}
        reason={refusals.enable}
        sentence={`Lets ${names} in.${invitationsFor(invited, chosen.length)}`}
        busyWord="Enabling"
        action={oneByOne(ids, enableMember)}
        news={() => ({ title: `${names} enabled` })}
      />
      {chosen.some(({ status, awaitsEnable }) => status === "pending" && !awaitsEnable) && (
        <Command
          {...shared}
          title="Invite again"
          icon={<MailPlus aria-hidden="true" />}
          reason={refusals.inviteAgain}
          sentence={`Sends ${names} a new invitation by email. The link of the one before opens nothing any more.`}
          busyWord="Inviting"
          action={oneByOne(ids, inviteMemberAgain)}
          news={() => ({ title: "Invited again", text: names })}
        />
      )}
      <Command
        {...shared}
        title="Disable"
        tone="danger"
        icon={<Ban aria-hidden="true" />}
        reason={refusals.disable}
        sentence={`Shuts ${names} out: ${count}, whose access to ${number} and sessions in it end at once. Customers and history stay, and Enable lets them in again.`}
        busyWord="Disabling"
        action={oneByOne(ids, disableMember)}
        news={() => ({ title: `${names} disabled`, text: "Access and sessions have ended." })}
      >
        {(errors) => (
          <>
            <Field label="Reason" hint="Kept in the history." error={errors.reason}>
              {(control) => <TextInput {...control} name="reason" autoComplete="off" />}
            </Field>
            <Field
              label="Back on"
              mark="optional"
              hint="From the beginning of this day, access is enabled again. Without it somebody enables it."
              error={errors.until}
              width={220}
            >
              {(control) => <TextInput {...control} name="until" type="date" />}
            </Field>
          </>
        )}
      </Command>
      <Command
        {...shared}
        title="Change role"
        icon={<ArrowLeftRight aria-hidden="true" />}
        reason={refusals.changeRole}
        sentence={`Gives ${names} another role in ${number}. An Admin adds, edits and removes the organization's users; a User orders.`}
        busyWord="Changing"
        action={oneByOne(ids, changeMemberRole)}
        news={() => ({ title: "Role changed", text: names })}
      >
        {(errors) => (
          <Field label="Role" error={errors.role}>
            {(control) => <Select {...control} name="role" options={roles} defaultValue={refusals.role} />}
          </Field>
        )}
      </Command>
      {outlets.length > 0 && (
        <Command
          {...shared}
          title="Change outlet"
          icon={<Store aria-hidden="true" />}
          reason={refusals.place}
          sentence={`Says where ${names} ${chosen.length === 1 ? "works" : "work"}. What they may do in ${number} stays as it is.`}
          busyWord="Changing"
          action={oneByOne(ids, placeMember)}
          news={() => ({ title: "Outlet changed", text: names })}
        >
          {(errors) => (
            <Field label="Outlet" error={errors.outletId}>
              {(control) => (
                <Select {...control} name="outletId" defaultValue={chosen[0]?.outletId ?? ""}>
                  <Places organization={organizationName} tree={inOrder(outlets)} />
                </Select>
              )}
            </Field>
          )}
        </Command>
      )}
      <Command
        {...shared}
        title="Remove"
        tone="danger"
        icon={<UserMinus aria-hidden="true" />}
        reason={refusals.remove}
        sentence={`Takes ${names} out of ${number}: access and sessions end at once, and ${chosen.length} ${chosen.length === 1 ? "email says" : "emails say"} so. Customers and history stay.`}
        busyWord="Removing"
        action={oneByOne(ids, removeMember)}
        news={() => ({ title: `${names} removed`, text: "Access and sessions have ended." })}
      />
    </div>
  )
}

const listed = (names: string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`)

/** What goes out by email before somebody is in. */
function invitationsFor(invited: number, chosen: number): string {
  if (invited === 0) return ""
  if (invited === chosen)
    return invited === 1 ? " An invitation goes out by email first." : ` ${invited} invitations go out by email first.`
  return ` ${invited === 1 ? "1 of them gets an invitation" : `${invited} of them get invitations`} by email first.`
}
