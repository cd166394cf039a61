"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { addProfile, editProfile, removeProfile } from "@/lib/mail/actions"
import { letterLanguages } from "@/lib/mail/letter-languages"
import type { FieldErrors } from "@/lib/platform/errors"
import { languageName } from "@/lib/platform/language-name"

type Profile = {
  id: string
  name: string
  isDefault: boolean
  senderName: string | null
  senderAddress: string | null
  replyTo: string | null
  defaultLanguage: string
  version: number
}

const small = { size: "s" } as const

/** The command Add a profile. */
export function AddProfile({ reason }: { reason: string | null }) {
  return (
    <Command
      title="Add a profile"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary" }}
      reason={reason}
      sentence="Adds a sender with letters of its own. Whatever it leaves open, the default profile says."
      busyWord="Adding"
      action={addProfile}
      hidden={{}}
      news={({ name }) => ({ title: `${name} added` })}
    >
      {(errors) => <ProfileFields errors={errors} />}
    </Command>
  )
}

export function EditProfile({ profile, reason }: { profile: Profile; reason: string | null }) {
  return (
    <Command
      title="Edit"
      trigger={small}
      reason={reason}
      sentence={`Changes who sends the letters of ${profile.name} from now on. Mails that have left stay as they are.`}
      busyWord="Saving"
      action={editProfile}
      hidden={{ profileId: profile.id, version: String(profile.version) }}
      news={({ name }) => ({ title: `${name} saved` })}
    >
      {(errors) => <ProfileFields profile={profile} errors={errors} />}
    </Command>
  )
}

export function RemoveProfile({ profile, reason }: { profile: Profile; reason: string | null }) {
  return (
    <Command
      title="Remove"
      tone="danger"
      trigger={small}
      reason={reason}
      sentence={`Removes ${profile.name}. Its drafts go with it.`}
      busyWord="Removing"
      action={removeProfile}
      hidden={{ profileId: profile.id, version: String(profile.version) }}
      news={({ name }) => ({ title: `${name} removed` })}
    />
  )
}

function ProfileFields({ profile, errors }: { profile?: Profile; errors: FieldErrors }) {
  const left = profile?.isDefault === false || !profile ? "As the default profile, if left empty" : "The store’s own, if left empty"
  return (
    <div className="grid gap-4">
      <Field label="Name" error={errors.name}>
        {(control) => <TextInput {...control} name="name" maxLength={60} autoComplete="off" defaultValue={profile?.name ?? ""} />}
      </Field>
      <Field label="Sender’s name" hint={left} error={errors.senderName}>
        {(control) => (
          <TextInput {...control} name="senderName" maxLength={80} autoComplete="off" defaultValue={profile?.senderName ?? ""} />
        )}
      </Field>
      <Field label="Sender’s address" hint={left} error={errors.senderAddress}>
        {(control) => (
          <TextInput
            {...control}
            name="senderAddress"
            maxLength={254}
            inputMode="email"
            autoComplete="off"
            defaultValue={profile?.senderAddress ?? ""}
          />
        )}
      </Field>
      <Field label="Answers go to" hint="To the sender, if left empty" error={errors.replyTo}>
        {(control) => (
          <TextInput
            {...control}
            name="replyTo"
            maxLength={254}
            inputMode="email"
            autoComplete="off"
            defaultValue={profile?.replyTo ?? ""}
          />
        )}
      </Field>
      <Field label="Default language" hint="For readers whose language a letter is not written in" error={errors.defaultLanguage}>
        {(control) => (
          <Select
            {...control}
            name="defaultLanguage"
            defaultValue={profile?.defaultLanguage ?? "en"}
            options={letterLanguages.map((value) => ({ value, label: languageName(value) }))}
          />
        )}
      </Field>
    </div>
  )
}
