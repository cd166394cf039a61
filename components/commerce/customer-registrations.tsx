import { EditSection } from "@/components/shell/edit/edit-section"
import { Tag } from "@/components/ui/tag"
import { registrationTypes } from "@/lib/commerce/customers/rules"
import { countryName } from "@/lib/platform/countries"
import { type CustomerView, customerRows, editedCustomer } from "./customer-view"
import { AddRegistration, RemoveRegistration } from "./registration-commands"

/** **Tax and registration**: the tax ID, which Sales has too, and the other numbers, each with whether a check passed it. */
export function CustomerRegistrations({ view }: { view: CustomerView }) {
  const { customer, refusals } = view
  const { row } = customerRows(view)
  const { id: customerId, registrations, country } = customer
  return (
    <EditSection wide title="Tax and registration" command="Edit tax ID" record={editedCustomer(view)} rows={[row("taxId")]}>
      <div className="mt-3 grid gap-2.5">
        {registrations.length > 0 && (
          <ul className="grid gap-2.5" aria-label="Registration numbers">
            {registrations.map((registration) => (
              <li key={registration.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 wrap-anywhere">
                <span className="min-w-0 flex-1">
                  <span className="block text-12 text-ink-3">
                    {registrationTypes[registration.type]}
                    {registration.country && `, ${countryName(registration.country)}`}
                  </span>
                  <span className="tabular-nums">{registration.number}</span> {registration.isChecked && <Tag tone="good">Checked</Tag>}
                </span>
                <RemoveRegistration customerId={customerId} registration={registration} reason={refusals.edit} />
              </li>
            ))}
          </ul>
        )}
        <div>
          <AddRegistration customerId={customerId} country={country ?? ""} reason={refusals.edit} />
        </div>
      </div>
    </EditSection>
  )
}
