import { EditSection } from "@/components/shell/edit/edit-section"
import { Tag } from "@/components/ui/tag"
import { addressPurposes } from "@/lib/commerce/customers/rules"
import { AddAddress, AddressCommands } from "./address-commands"
import { AddressLines } from "./address-lines"
import { type CustomerView, customerRows, editedCustomer } from "./customer-view"

const keys = ["street", "street2", "postalCode", "city", "stateProvince", "country"]

/** **Addresses**: the primary business address, which Sales has too, and the others by purpose. */
export function CustomerAddresses({ view }: { view: CustomerView }) {
  const { customer, refusals } = view
  const { joined } = customerRows(view)
  const { id: customerId, addresses, country, street, city, postalCode } = customer
  const shown = country || street || city || postalCode ? <AddressLines address={customer} /> : null
  return (
    <EditSection wide title="Addresses" record={editedCustomer(view)} rows={[joined("Business, primary", keys, ", ", shown)]}>
      <div className="mt-3 grid gap-3">
        {addresses.length > 0 && (
          <ul className="grid gap-3" aria-label="Further addresses">
            {addresses.map((address) => (
              <li key={address.id} className="wrap-anywhere">
                <span className="flex flex-wrap items-center gap-2 text-12 text-ink-3">
                  {addressPurposes[address.purpose]}, {address.name}
                  {address.isPrimary && <Tag tone="accent">Primary</Tag>}
                </span>
                <AddressLines address={address} />
                <span className="mt-1 flex flex-wrap gap-1.5">
                  <AddressCommands customerId={customerId} address={address} reason={refusals.edit} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <div>
          <AddAddress customerId={customerId} country={country ?? ""} reason={refusals.edit} />
        </div>
      </div>
    </EditSection>
  )
}
