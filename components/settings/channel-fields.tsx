"use client"
import { useState } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, FieldError } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { storeLanguages } from "@/lib/commerce/channels/languages"
import type { ChannelRow } from "@/lib/commerce/channels/queries"
import { codeFrom } from "@/lib/commerce/channels/slug"
import type { FieldErrors } from "@/lib/platform/errors"
import { languageName } from "@/lib/platform/language-name"

/** A notification profile that a channel may write in. */
export type ProfileChoice = { id: string; name: string }

type ChannelFieldsProps = { channel?: ChannelRow; profiles: readonly ProfileChoice[]; errors: FieldErrors }

/** The name, addresses, languages and words of a channel, as one types them. The address of the form follows the name until somebody types one. */
export function ChannelFields({ channel, profiles, errors }: ChannelFieldsProps) {
  const [slug, setSlug] = useState(channel?.formSlug ?? "")
  const [isTyped, setTyped] = useState(channel !== undefined)
  return (
    <div className="grid gap-4">
      <Field label="Name" hint="As letters and the public form call the store." error={errors.name}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            maxLength={60}
            autoComplete="off"
            defaultValue={channel?.name}
            onChange={({ target }) => isTyped || setSlug(target.value.trim() === "" ? "" : codeFrom(target.value))}
          />
        )}
      </Field>
      <Field label="Store address" mark="optional" hint="Where the store stands on the web, as www.example.com." error={errors.storeUrl}>
        {(control) => (
          <TextInput
            {...control}
            name="storeUrl"
            inputMode="url"
            maxLength={200}
            autoComplete="off"
            defaultValue={channel?.storeUrl ?? ""}
          />
        )}
      </Field>
      <Field label="Form address" hint={`Its form stands at /request/at/${slug || "…"}`} error={errors.formSlug}>
        {(control) => (
          <TextInput
            {...control}
            name="formSlug"
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            value={slug}
            onChange={({ target }) => {
              setTyped(true)
              setSlug(target.value)
            }}
          />
        )}
      </Field>
      <Languages channel={channel} errors={errors} />
      <Field
        label="Letters"
        hint={
          profiles.length > 0
            ? "The profile in which who asks there is written to."
            : "A profile of its own is added under Email, Profiles."
        }
        error={errors.letterProfileId}
      >
        {(control) => (
          <Select
            {...control}
            name="letterProfileId"
            defaultValue={channel?.letterProfileId ?? ""}
            options={[{ value: "", label: "The house’s letters" }, ...profiles.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
      </Field>
      <Field
        label="Introduction"
        mark="optional"
        hint="Stands below the heading of the form. Empty: the house’s own words."
        error={errors.intro}
      >
        {(control) => <Textarea {...control} name="intro" rows={2} maxLength={300} defaultValue={channel?.intro ?? ""} />}
      </Field>
    </div>
  )
}

function Languages({ channel, errors }: { channel?: ChannelRow; errors: FieldErrors }) {
  const [chosen, setChosen] = useState<readonly string[]>(channel?.languages ?? ["en"])
  const [standard, setStandard] = useState(channel?.defaultLanguage ?? "en")
  const toggle = (code: string, isOn: boolean) => {
    const next = storeLanguages.filter((one) => (one === code ? isOn : chosen.includes(one)))
    setChosen(next)
    if (!next.some((one) => one === standard)) setStandard(next[0] ?? "")
  }
  return (
    <>
      <fieldset className="grid gap-1.5" aria-describedby={errors.languages ? "languages-error" : "languages-hint"}>
        <legend className="mb-1 font-medium">Languages</legend>
        <p id="languages-hint" className="mb-1 text-12 text-ink-3">
          Who asks is written to in the one that their browser likes best.
        </p>
        <div className="grid grid-cols-3 gap-x-4 gap-y-1.5 max-m:grid-cols-2">
          {storeLanguages.map((code) => (
            <Checkbox
              key={code}
              label={languageName(code)}
              checked={chosen.includes(code)}
              onChange={({ target }) => toggle(code, target.checked)}
            />
          ))}
        </div>
        <input type="hidden" name="languages" value={chosen.join(",")} />
        {errors.languages && <FieldError id="languages-error" message={errors.languages} />}
      </fieldset>
      <Field label="Default language" hint="For everybody else." error={errors.defaultLanguage}>
        {(control) => (
          <Select
            {...control}
            name="defaultLanguage"
            value={standard}
            onChange={({ target }) => setStandard(target.value)}
            options={chosen.map((value) => ({ value, label: languageName(value) }))}
          />
        )}
      </Field>
    </>
  )
}
