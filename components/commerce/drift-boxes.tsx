import { Checkbox } from "@/components/ui/checkbox"
import { type CustomerSection, customerFields, customerSections } from "@/lib/commerce/customers/fields"
import { driftSections, fieldsInForce } from "@/lib/commerce/drift/rules"

/** A tick box for each section that a policy can name, with the fields that it then holds together. */
export function DriftBoxes({ ticked }: { ticked: readonly CustomerSection[] }) {
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-[7px] font-medium">The same for all members</legend>
      {driftSections.map((section) => (
        <Checkbox
          key={section}
          name={section}
          label={customerSections[section]}
          hint={fieldsInForce([section])
            .map((key) => customerFields[key].label)
            .join(", ")}
          defaultChecked={ticked.includes(section)}
        />
      ))}
    </fieldset>
  )
}
