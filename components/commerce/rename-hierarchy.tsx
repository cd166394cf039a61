"use client"
import { Pencil } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { renameHierarchy } from "@/lib/commerce/actions"

type RenameHierarchyProps = { hierarchyId: string; number: string; name: string; reason: string | null }

/** The command Edit of a hierarchy: its name. */
export function RenameHierarchy({ hierarchyId, number, name, reason }: RenameHierarchyProps) {
  return (
    <Command
      title="Edit"
      icon={<Pencil aria-hidden="true" />}
      trigger={{ tone: "ghost" }}
      reason={reason}
      sentence={`Gives ${number} another name. Its users see it in the partner portal; the organization keeps its own.`}
      busyWord="Saving"
      action={renameHierarchy}
      hidden={{ hierarchyId }}
      news={() => ({ title: "Saved" })}
    >
      {(errors) => (
        <Field label="Name" error={errors.name}>
          {(control) => <TextInput {...control} name="name" defaultValue={name} autoComplete="off" />}
        </Field>
      )}
    </Command>
  )
}
