"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { addAddress, editAddress, removeAddress } from "@/lib/commerce/actions"
import type { CustomerAddressView } from "@/lib/commerce/customers/queries"
import { addressPurposes } from "@/lib/commerce/customers/rules"
import { makeAddressPrimary } from "@/lib/sync/actions"
import { AddressFields } from "./address-fields"

const small = { size: "s" } as const

/** The command Add address. */
export function AddAddress({ customerId, country, reason }: { customerId: string; country: string; reason: string | null }) {
  return (
    <Command
      title="Add address"
      icon={<Plus aria-hidden="true" />}
      trigger={small}
      reason={reason}
      width="wide"
      sentence="The first address of a purpose is its primary one."
      busyWord="Adding"
      action={addAddress}
      hidden={{ customerId }}
      news={({ name }) => ({ title: `${name} added` })}
    >
      {(errors) => <AddressFields country={country} errors={errors} />}
    </Command>
  )
}

type Given = { customerId: string; address: CustomerAddressView; reason: string | null }

/** The commands Edit address, Make primary and Remove of one address. */
export function AddressCommands({ customerId, address, reason }: Given) {
  const { id: addressId, version, name, purpose, isPrimary } = address
  const word = addressPurposes[purpose].toLowerCase()
  return (
    <>
      <Command
        title="Edit address"
        trigger={{ ...small, label: "Edit" }}
        reason={reason}
        width="wide"
        sentence={`Changes ${name}. History keeps what it was.`}
        busyWord="Saving"
        action={editAddress}
        hidden={{ customerId, addressId, version: String(version) }}
        news={() => ({ title: `${name} saved` })}
      >
        {(errors) => <AddressFields address={address} country={address.country} errors={errors} />}
      </Command>
      {!isPrimary && (
        <Command
          title="Make primary"
          trigger={small}
          reason={reason}
          sentence={
            purpose === "business"
              ? `${name} becomes the primary business address, in Sales too while integration runs. The one that was stays beside it.`
              : `${name} becomes the primary ${word} address.`
          }
          busyWord="Saving"
          action={makeAddressPrimary}
          hidden={{ customerId, addressId }}
          news={() => ({ title: `${name} is the primary ${word} address` })}
        />
      )}
      <Command
        title="Remove"
        tone="danger"
        trigger={small}
        reason={reason}
        sentence={`Removes ${name}. ${isPrimary ? `The oldest other ${word} address becomes the primary one. ` : ""}History keeps it.`}
        busyWord="Removing"
        action={removeAddress}
        hidden={{ customerId, addressId }}
        news={() => ({ title: `${name} removed` })}
      />
    </>
  )
}
