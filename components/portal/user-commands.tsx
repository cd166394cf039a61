"use client"
import { Plus } from "lucide-react"
import { UserFields } from "@/components/portal/user-fields"
import { Command } from "@/components/shell/command"
import { addUser, editUser, removeUser } from "@/lib/portal/actions"
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

/** **Remove**: access ends at once; not for the only Admin. */
export function RemoveUser({ user, organization }: UserCommandProps) {
  const { name, isYou, whyKept, memberId } = user
  return (
    <Command
      title="Remove"
      trigger={{ tone: "ghost" }}
      tone="danger"
      busyWord="Removing"
      reason={whyKept}
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
