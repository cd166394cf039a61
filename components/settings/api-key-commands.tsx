"use client"
import { Check, Copy, Plus } from "lucide-react"
import { useState } from "react"
import { Command } from "@/components/shell/command"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { ChannelChoice } from "@/lib/commerce/channels/queries"
import { apiScopes, scopeNames } from "@/lib/identity/api-keys/scopes"
import { addApiKey, revokeApiKey } from "@/lib/settings/actions"

type Made = { name: string; key: string }

/** The command Add API key. The key is shown in a dialog of its own, once. */
export function AddApiKey({ channels, reason }: { channels: readonly ChannelChoice[]; reason: string | null }) {
  const [made, setMade] = useState<Made | null>(null)
  const add = async (form: FormData) => {
    const result = await addApiKey(form)
    if (result.ok) setMade(result.data)
    return result
  }
  return (
    <>
      <Command
        title="Add API key"
        icon={<Plus aria-hidden="true" />}
        trigger={{ tone: "primary" }}
        reason={reason}
        sentence="Makes a key for a shop or an ERP. It is shown once; only its hash is kept."
        busyWord="Adding"
        action={add}
        hidden={{}}
      >
        {(errors) => (
          <div className="grid gap-4">
            <Field label="Name" error={errors.name}>
              {(control) => <TextInput {...control} name="name" maxLength={60} autoComplete="off" />}
            </Field>
            <fieldset className="grid gap-2.5">
              <legend className="mb-1 font-medium">What it may do</legend>
              {scopeNames.map((scope, place) => (
                <Checkbox
                  key={scope}
                  name={apiScopes[scope].field}
                  label={apiScopes[scope].label}
                  hint={apiScopes[scope].hint}
                  error={place === 0 ? errors.authorize : null}
                />
              ))}
            </fieldset>
            <Field
              label="Channel"
              mark="optional"
              hint="With one, credit is authorized only for organizations that belong to it"
              error={errors.channel}
              width={320}
            >
              {(control) => (
                <Select
                  {...control}
                  name="channel"
                  options={[{ value: "", label: "Any channel" }, ...channels.map(({ code, name }) => ({ value: code, label: name }))]}
                />
              )}
            </Field>
            <Field label="Expires on" mark="optional" hint="Never, if empty" error={errors.expiresOn} width={200}>
              {(control) => <TextInput {...control} type="date" name="expiresOn" />}
            </Field>
          </div>
        )}
      </Command>
      {made && <ShownOnce made={made} onClose={() => setMade(null)} />}
    </>
  )
}

function ShownOnce({ made: { name, key }, onClose }: { made: Made; onClose: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(key).then(
      () => setCopied(true),
      () => {},
    )
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Your new API key"
      cancelWord="Done"
      sentence={
        <>
          Copy the key of <b>{name}</b> now and keep it where the shop keeps its secrets. Nobody can see it again, here or anywhere.
        </>
      }
      footer={
        <Button icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />} onClick={copy}>
          {isCopied ? "Copied" : "Copy"}
        </Button>
      }
    >
      <Field label="API key">
        {(control) => (
          <TextInput
            {...control}
            readOnly
            value={key}
            className="font-mono"
            onFocus={(event) => event.currentTarget.select()}
            spellCheck={false}
          />
        )}
      </Field>
    </Dialog>
  )
}

/** The command Revoke: at once, and for good. */
export function RevokeApiKey({ keyId, name, reason }: { keyId: string; name: string; reason: string | null }) {
  return (
    <Command
      title="Revoke"
      tone="danger"
      trigger={{ size: "s" }}
      reason={reason}
      sentence={
        <>
          Ends <b>{name}</b> at once: whatever asks with it is turned away. This cannot be undone. What it authorized stays.
        </>
      }
      busyWord="Revoking"
      action={revokeApiKey}
      hidden={{ keyId }}
      news={() => ({ title: `${name} revoked` })}
    />
  )
}
