"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { addTemplate, editTemplate, removeTemplate } from "@/lib/mail/actions"
import { placeholders } from "@/lib/mail/messages/placeholders"
import { templateLanguages } from "@/lib/mail/messages/schema"
import type { Template } from "@/lib/mail/messages/templates"
import type { FieldErrors } from "@/lib/platform/errors"
import { languageName } from "@/lib/platform/language-name"

const small = { size: "s" } as const

/** The command Add a template. */
export function AddTemplate() {
  return (
    <Command
      title="Add a template"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary" }}
      sentence="Offers these words to everybody who writes to an applicant."
      busyWord="Adding"
      action={addTemplate}
      hidden={{}}
      news={({ name }) => ({ title: `${name} added` })}
    >
      {(errors) => <TemplateFields errors={errors} />}
    </Command>
  )
}

export function EditTemplate({ template }: { template: Template }) {
  const { id: templateId, version, name } = template
  return (
    <Command
      title="Edit"
      trigger={small}
      sentence={`Changes “${name}” for everybody. Emails that were written from it keep their words.`}
      busyWord="Saving"
      action={editTemplate}
      hidden={{ templateId, version: String(version) }}
      news={(saved) => ({ title: `${saved.name} saved` })}
    >
      {(errors) => <TemplateFields template={template} errors={errors} />}
    </Command>
  )
}

export function RemoveTemplate({ template: { id: templateId, version, name } }: { template: Template }) {
  return (
    <Command
      title="Remove"
      tone="danger"
      trigger={small}
      sentence={`Removes “${name}” for everybody. Emails that were written from it keep their words.`}
      busyWord="Removing"
      action={removeTemplate}
      hidden={{ templateId, version: String(version) }}
      news={() => ({ title: `${name} removed` })}
    />
  )
}

function TemplateFields({ template, errors }: { template?: Template; errors: FieldErrors }) {
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-[1fr_180px] gap-4 max-m:grid-cols-1">
        <Field label="Name" error={errors.name}>
          {(control) => <TextInput {...control} name="name" maxLength={80} autoComplete="off" defaultValue={template?.name ?? ""} />}
        </Field>
        <Field label="Language" error={errors.language}>
          {(control) => (
            <Select
              {...control}
              name="language"
              defaultValue={template?.language ?? "en"}
              options={templateLanguages.map((value) => ({ value, label: languageName(value) }))}
            />
          )}
        </Field>
      </div>
      <Field label="Subject" error={errors.subject}>
        {(control) => <TextInput {...control} name="subject" maxLength={200} autoComplete="off" defaultValue={template?.subject ?? ""} />}
      </Field>
      <Field label="Message" error={errors.body}>
        {(control) => <Textarea {...control} name="body" rows={9} maxLength={8000} defaultValue={template?.body ?? ""} />}
      </Field>
      <details>
        <summary className="w-fit cursor-pointer text-accent-text">Placeholders</summary>
        <dl className="facts mt-2" data-wide>
          {Object.entries(placeholders).map(([name, words]) => (
            <div key={name} className="contents">
              <dt className="tabular-nums">%{name}%</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
