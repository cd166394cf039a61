"use client"
import { Plus } from "lucide-react"
import { UserFields } from "@/components/portal/user-fields"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { addUser, disableUser, editUser, enableUser, inviteUserAgain, removeUser } from "@/lib/portal/actions"
import type { OrganizationUser } from "@/lib/portal/queries"

type UserCommandProps = { user: OrganizationUser; organization: string }

/** **Add a user**: Pending until the invitation is accepted. */
export function AddUser({ organization }: { organization: string }) {
  return (
    <Command
      title="Add a user"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary", size: "public" }}
      busyWord="Adding"
      sentence={
        <>
          Adds somebody to <b>{organization}</b> and sends them an invitation. They are Pending until they accept it.
        </>
      }
      action={addUser}
      hidden={{}}
      news={({ name }) => ({ title: "User added", text: `${name} gets an invitation by mail.` })}
    >
      {(errors) => <UserFields errors={errors} withEmail />}
    </Command>
  )
}

/** **Edit**: the name and the role of a user. */
export function EditUser({ user }: Omit<UserCommandProps, "organization">) {
  return (
    <Command
      title="Edit"
      trigger={{ tone: "ghost" }}
      busyWord="Saving"
      sentence={
        <>
          Changes the name or the role of <b>{user.name}</b>, {user.email}.
        </>
      }
      action={editUser}
      hidden={{ memberId: user.memberId }}
      news={({ name }) => ({ title: "Saved", text: `${name} is up to date.` })}
    >
      {(errors) => <UserFields errors={errors} user={user} />}
    </Command>
  )
}

/** **Disable**: access ends at once, until an Admin enables it again or the day comes. */
export function DisableUser({ user: { memberId, name, whyNot }, organization }: UserCommandProps) {
  return (
    <Command
      title="Disable"
      trigger={{ tone: "ghost" }}
      tone="danger"
      busyWord="Disabling"
      reason={whyNot.disable}
      sentence={
        <>
          Shuts <b>{name}</b> out of <b>{organization}</b> at once. What was ordered stays, and Enable lets them in again.
        </>
      }
      action={disableUser}
      hidden={{ memberId }}
      news={() => ({ title: "User disabled", text: `${name} is signed out.` })}
    >
      {(errors) => (
        <>
          <Field label="Reason" hint="Admins of your organization and the store read it." error={errors.reason}>
            {(control) => <TextInput {...control} name="reason" autoComplete="off" />}
          </Field>
          <Field
            label="Back on"
            mark="optional"
            hint="From the beginning of this day they are in again. Without it an Admin enables them."
            error={errors.until}
            width={220}
          >
            {(control) => <TextInput {...control} name="until" type="date" />}
          </Field>
        </>
      )}
    </Command>
  )
}

/** **Enable**: whom an Admin of the organization shut out is in again. */
export function EnableUser({ user: { memberId, name, whyNot }, organization }: UserCommandProps) {
  return (
    <Command
      title="Enable"
      trigger={{ tone: "ghost" }}
      busyWord="Enabling"
      reason={whyNot.enable}
      sentence={
        <>
          Lets <b>{name}</b> order for <b>{organization}</b> again.
        </>
      }
      action={enableUser}
      hidden={{ memberId }}
      news={() => ({ title: "User enabled", text: `${name} is in again.` })}
    />
  )
}

/** **Invite again**: a new link by email; the one before opens nothing any more. */
export function InviteAgain({ user: { memberId, name, email, whyNot } }: Omit<UserCommandProps, "organization">) {
  return (
    <Command
      title="Invite again"
      trigger={{ tone: "ghost" }}
      busyWord="Inviting"
      reason={whyNot.invite}
      sentence={
        <>
          Sends <b>{name}</b> a new invitation to {email}. The link of the one before opens nothing any more.
        </>
      }
      action={inviteUserAgain}
      hidden={{ memberId }}
      news={() => ({ title: "Invited again", text: `${name} gets a new invitation by mail.` })}
    />
  )
}

/** **Remove**: access ends at once; not for the only Admin. */
export function RemoveUser({ user, organization }: UserCommandProps) {
  const { name, isYou, whyNot, memberId } = user
  return (
    <Command
      title="Remove"
      trigger={{ tone: "ghost" }}
      tone="danger"
      busyWord="Removing"
      reason={whyNot.remove}
      sentence={
        <>
          Takes <b>{isYou ? "you" : name}</b> out of <b>{organization}</b>:{" "}
          {isYou ? "you are signed out at once." : "their access ends at once, and they are told by mail."} What was ordered stays.
        </>
      }
      action={removeUser}
      hidden={{ memberId }}
      news={() => ({ title: "User removed", text: `${name} has no access any more.` })}
    />
  )
}
