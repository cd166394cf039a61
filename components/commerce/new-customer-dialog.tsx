"use client"
import { Plus } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { PostalFields } from "@/components/commerce/address-fields"
import { EmployerPicker } from "@/components/commerce/organization-picker"
import { CommandDialog } from "@/components/shell/command-dialog"
import { TypedFields } from "@/components/shell/edit/typed-fields"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { type CodeWords, customerEditables } from "@/lib/commerce/customers/editables"
import { type CustomerType, customerTypes } from "@/lib/commerce/customers/rules"
import { createCustomer } from "@/lib/sync/actions"

const company = ["name", "email", "phone", "website", "taxId"]
const person = ["firstName", "lastName", "email", "phone"]
const terms = ["language", "customerGroup", "paymentTerms", "priceGroup", "currency"]
const types = Object.entries(customerTypes).map(([value, label]) => ({ value, label }))

/** **New customer**: an organization, or a person with an email that nobody else signs in with. */
export function NewCustomerDialog({ codes, onClose }: { codes: CodeWords; onClose: () => void }) {
  const router = useRouter()
  const [type, choose] = useState<CustomerType>("organization")
  const editables = customerEditables(type, codes)
  return (
    <CommandDialog
      title="New customer"
      icon={<Plus aria-hidden="true" />}
      busyWord="Making"
      width="wide"
      sentence="Makes an Active customer under the next number, and while integration runs its account or contact in Sales."
      action={createCustomer}
      hidden={{}}
      onClose={onClose}
      news={({ id, number, name }) => {
        router.push(`/commerce/customers/${id}`)
        return { title: `${number} created`, text: name }
      }}
    >
      {(errors) => (
        <>
          <Field label="Type" error={errors.type}>
            {(control) => (
              <Select
                {...control}
                name="type"
                value={type}
                onChange={(event) => choose(event.target.value === "person" ? "person" : "organization")}
                options={types}
              />
            )}
          </Field>
          {type === "person" && <EmployerPicker error={errors.organizationId} />}
          <TypedFields key={type} editables={editables} keys={type === "person" ? person : company} errors={errors} />
          {type === "organization" && (
            <>
              <p className="text-ink-3">A business address may wait. With any line but the country it has to be whole.</p>
              <PostalFields texts={{}} country="" errors={errors} isWhole={false} />
            </>
          )}
          <TypedFields key={`${type} terms`} editables={editables} keys={terms} errors={errors} texts={{ language: "en" }} />
        </>
      )}
    </CommandDialog>
  )
}
