"use client"
import { ArrowLeftRight } from "lucide-react"
import { useRouter } from "next/navigation"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { switchOrganization } from "@/lib/portal/actions"

type SwitchOrganizationProps = {
  current: string
  /** The other places of whoever is signed in. */
  others: readonly { memberId: string; name: string }[]
}

/** **Switch organization**, for who has more than one. */
export function SwitchOrganization({ current, others }: SwitchOrganizationProps) {
  const router = useRouter()
  return (
    <Command
      title="Switch organization"
      icon={<ArrowLeftRight aria-hidden="true" />}
      trigger={{ size: "s" }}
      busyWord="Switching"
      sentence={
        <>
          You work for <b>{current}</b> now. Prices, discounts, stock and users may differ in another organization; what you left here waits
          until you come back.
        </>
      }
      action={async (form) => {
        const result = await switchOrganization(form)
        if (result.ok) router.push("/account")
        return result
      }}
      hidden={{}}
      news={({ organization }) => ({ title: `You work for ${organization} now` })}
    >
      {(errors) => (
        <Field label="Organization" error={errors.memberId}>
          {(control) => (
            <Select {...control} name="memberId" options={others.map(({ memberId, name }) => ({ value: memberId, label: name }))} />
          )}
        </Field>
      )}
    </Command>
  )
}
