"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { addCode, archiveCode, renameCode, restoreCode } from "@/lib/commerce/actions"
import type { CodeRow } from "@/lib/commerce/customers/codes"
import { customerLists } from "@/lib/commerce/customers/rules"

type Given = { code: CodeRow; reason: string | null }
const small = { size: "s" } as const

/** The command Add a code. */
export function AddCode({ reason }: { reason: string | null }) {
  return (
    <Command
      title="Add a code"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary" }}
      reason={reason}
      sentence="Offers it to every customer at once. The code cannot be changed later; its name can."
      busyWord="Adding"
      action={addCode}
      hidden={{}}
      news={({ code }) => ({ title: `${code} added` })}
    >
      {(errors) => (
        <>
          <Field label="List" error={errors.list}>
            {(control) => (
              <Select {...control} name="list" options={Object.entries(customerLists).map(([value, label]) => ({ value, label }))} />
            )}
          </Field>
          <div className="grid grid-cols-[160px_1fr] gap-4 max-m:grid-cols-1">
            <Field label="Code" error={errors.code}>
              {(control) => <TextInput {...control} name="code" maxLength={20} autoComplete="off" spellCheck={false} />}
            </Field>
            <Field label="Name" error={errors.name}>
              {(control) => <TextInput {...control} name="name" maxLength={60} autoComplete="off" />}
            </Field>
          </div>
        </>
      )}
    </Command>
  )
}

/** The command Rename. */
export function RenameCode({ code: { id, code, name, version }, reason }: Given) {
  return (
    <Command
      title="Rename"
      trigger={small}
      reason={reason}
      sentence={`Gives ${code} another name. Customers that have it are called by the new one at once.`}
      busyWord="Saving"
      action={renameCode}
      hidden={{ codeId: id, version: String(version) }}
      news={() => ({ title: "Saved" })}
    >
      {(errors) => (
        <Field label="Name" error={errors.name}>
          {(control) => <TextInput {...control} name="name" maxLength={60} autoComplete="off" defaultValue={name} />}
        </Field>
      )}
    </Command>
  )
}

/** The command Archive. */
export function ArchiveCode({ code: { id, code, name }, reason }: Given) {
  return (
    <Command
      title="Archive"
      trigger={small}
      reason={reason}
      sentence={`${code}, ${name}, can no longer be chosen. Customers that have it keep it.`}
      busyWord="Archiving"
      action={archiveCode}
      hidden={{ codeId: id }}
      news={() => ({ title: `${code} archived` })}
    />
  )
}

/** The command Bring back. */
export function RestoreCode({ code: { id, code, name }, reason }: Given) {
  return (
    <Command
      title="Bring back"
      trigger={small}
      reason={reason}
      sentence={`${code}, ${name}, can be chosen again.`}
      busyWord="Saving"
      action={restoreCode}
      hidden={{ codeId: id }}
      news={() => ({ title: `${code} can be chosen again` })}
    />
  )
}
