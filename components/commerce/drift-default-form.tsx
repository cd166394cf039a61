"use client"
import { DriftBoxes } from "@/components/commerce/drift-boxes"
import { useCommand } from "@/components/shell/use-command"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { useToast } from "@/components/ui/toast"
import { changeDriftDefault } from "@/lib/commerce/actions"
import type { CustomerSection } from "@/lib/commerce/customers/fields"

type DriftDefaultFormProps = { sections: readonly CustomerSection[]; version: number; reason: string | null }

/** What members must share with their Admin in every hierarchy that does not say so itself. */
export function DriftDefaultForm({ sections, version, reason }: DriftDefaultFormProps) {
  const { showToast } = useToast()
  const { submit, busy, error } = useCommand(changeDriftDefault, () =>
    showToast({ title: "Saved", text: "Members who differ are looked for now." }),
  )
  return (
    <form onSubmit={submit} noValidate className="measured grid gap-5 border-t border-line py-5 [--measure:616px]">
      <p className="text-pretty text-ink-2">
        New users begin as their Admin in these sections. Members who differ later are flagged on their hierarchy and in the list, and
        commerce managers are told once. A hierarchy can have a policy of its own.
      </p>
      <div role="alert" className="empty:hidden">
        {error && <Strip tone="bad">{error.message}</Strip>}
      </div>
      <input type="hidden" name="version" value={version} />
      <DriftBoxes ticked={sections} />
      <div>
        <SubmitButton busy={busy} busyLabel="Saving" reason={reason}>
          Save
        </SubmitButton>
      </div>
    </form>
  )
}
