import { CopyCheck } from "lucide-react"
import { OverridePlan } from "@/components/commerce/compare/override-plan"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { RecordHeader } from "@/components/ui/record-header"
import { Select } from "@/components/ui/select"
import { type CustomerField, customerSections } from "@/lib/commerce/customers/fields"
import { type ComparedField, overridableSections } from "@/lib/commerce/side-by-side/compared"
import type { ComparedMember } from "@/lib/commerce/side-by-side/member-values"
import { planOverride } from "@/lib/commerce/side-by-side/override-plan"

type OverridePageProps = {
  hierarchy: { id: string; number: string; name: string }
  /** All that can be copied, and what was chosen of it. */
  fields: readonly ComparedField[]
  chosen: readonly CustomerField[]
  members: readonly ComparedMember[]
  sourceId: string | null
  /** Why it cannot be done now. */
  refusal: string | null
}

/** Override, looked at before it is done: from whom, which fields, and what each member would change. */
export function OverridePage({ hierarchy, fields, chosen, members, sourceId, refusal }: OverridePageProps) {
  const path = `/commerce/hierarchies/${hierarchy.id}`
  const admins = members.filter(({ role }) => role === "admin")
  const source = admins.find(({ memberId }) => memberId === sourceId) ?? admins[0]
  const plan = source ? planOverride(source, members, chosen) : []
  return (
    <>
      <RecordHeader
        crumbs={[
          { label: "Customer hierarchies", href: "/commerce/hierarchies" },
          { label: hierarchy.number, href: path },
          { label: "Override", href: `${path}/override` },
        ]}
        title={`Override in ${hierarchy.name}`}
        facts={<span>Copies what you choose from an Admin to the other members. Nothing is written before you press Override.</span>}
      />
      <form action={`${path}/override`} className="grid gap-4 border-t border-line px-6 py-4 max-m:px-4">
        <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
          <Field label="Copy from" className="min-w-[240px]">
            {(control) => (
              <Select
                {...control}
                name="from"
                defaultValue={source?.memberId}
                options={admins.map(({ memberId, name }) => ({ value: memberId, label: name }))}
              />
            )}
          </Field>
          {overridableSections.map((section) => (
            <fieldset key={section} className="grid content-start gap-1.5">
              <legend className="mb-[5px] font-medium">{customerSections[section]}</legend>
              {fields
                .filter((field) => field.section === section)
                .map(({ key, label }) => (
                  <Checkbox key={key} name="field" value={key} label={label} defaultChecked={chosen.includes(key)} />
                ))}
            </fieldset>
          ))}
        </div>
        <div>
          <Button type="submit">Show changes</Button>
        </div>
      </form>
      {source && plan.length > 0 ? (
        <OverridePlan
          key={`${source.memberId} ${chosen.join()}`}
          hierarchyId={hierarchy.id}
          source={source}
          fields={fields.filter(({ key }) => chosen.includes(key))}
          plan={plan}
          members={members.length}
          refusal={refusal}
        />
      ) : (
        <div className="border-t border-line">
          <Empty
            icon={<CopyCheck />}
            title={chosen.length === 0 ? "Nothing chosen" : "Nothing differs"}
            text={
              chosen.length === 0
                ? "Choose at least one field to copy."
                : `Every member has what ${source?.name ?? "the Admin"} has in the fields that you chose.`
            }
          />
        </div>
      )}
    </>
  )
}
