"use client"
import { Pencil, Plus, Trash2 } from "lucide-react"
import { useRouter } from "next/navigation"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { ActionResult } from "@/lib/identity/action"
import { staffRoles } from "@/lib/identity/permissions"
import type { FieldErrors } from "@/lib/platform/errors"
import type { WorkListKey } from "@/lib/platform/list-query"
import { deleteView, editView, saveView } from "@/lib/views/actions"
import { audienceOf, audienceWord } from "@/lib/views/audience"
import type { ViewLink } from "@/lib/views/open-list"
import type { ViewDeed } from "./view-items"

type ViewDialogsProps = {
  deed: ViewDeed
  list: WorkListKey
  path: string
  definition: string
  open: ViewLink | null
  refusalToShare: string | null
  onClose: () => void
}

type Kept = { viewId: string; name: string }

/** The dialogs of views: Save as a new view, Edit view, Delete view. */
export function ViewDialogs({ deed, list, path, definition, open, refusalToShare, onClose }: ViewDialogsProps) {
  const router = useRouter()
  const thenTo =
    <Data,>(action: (form: FormData) => Promise<ActionResult<Data>>, hrefOf: (data: Data) => string) =>
    async (form: FormData) => {
      const result = await action(form)
      if (result.ok) router.push(hrefOf(result.data), { scroll: false })
      return result
    }
  if (deed === "save")
    return (
      <CommandDialog
        title="Save as a new view"
        icon={<Plus aria-hidden="true" />}
        sentence="Keeps the filter, columns, order and grouping that you see now."
        busyWord="Saving"
        action={thenTo<Kept>(saveView, ({ viewId }) => `${path}?view=${viewId}`)}
        hidden={{ list, definition }}
        news={({ name }) => ({ title: "View saved", text: name })}
        onClose={onClose}
      >
        {(errors) => <ViewFields errors={errors} name="" audience="personal" refusalToShare={refusalToShare} />}
      </CommandDialog>
    )
  if (!open) return null
  const ref = { viewId: open.id, version: String(open.version) }
  if (deed === "edit")
    return (
      <CommandDialog
        title="Edit view"
        icon={<Pencil aria-hidden="true" />}
        sentence="Changes its name and who sees it. What it shows stays as it was saved."
        busyWord="Saving"
        action={editView}
        hidden={ref}
        news={({ name }) => ({ title: "View changed", text: name })}
        onClose={onClose}
      >
        {(errors) => <ViewFields errors={errors} name={open.name} audience={audienceOf(open)} refusalToShare={refusalToShare} />}
      </CommandDialog>
    )
  return (
    <CommandDialog
      title="Delete view"
      icon={<Trash2 aria-hidden="true" />}
      tone="danger"
      sentence={
        <>
          Deletes the view <b>{open.name}</b>
          {open.scope === "personal" ? "" : " for everybody who uses it"}. The records that it shows stay as they are.
        </>
      }
      busyWord="Deleting"
      action={thenTo<Pick<Kept, "name">>(deleteView, () => path)}
      hidden={ref}
      news={({ name }) => ({ title: "View deleted", text: name })}
      onClose={onClose}
    />
  )
}

type ViewFieldsProps = { errors: FieldErrors; name: string; audience: string; refusalToShare: string | null }

function ViewFields({ errors, name, audience, refusalToShare }: ViewFieldsProps) {
  return (
    <>
      <Field label="Name" error={errors.name}>
        {(control) => <TextInput {...control} name="name" defaultValue={name} maxLength={80} autoComplete="off" required />}
      </Field>
      <Field label="Who sees it" hint={refusalToShare} error={errors.audience}>
        {(control) => (
          <Select {...control} name="audience" defaultValue={audience}>
            {(["personal", "shared", ...staffRoles] as const).map((one) => (
              <option key={one} value={one} disabled={refusalToShare !== null && one !== "personal"}>
                {audienceWord(one)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  )
}
