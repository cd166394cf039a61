import { formatAddress } from "@/lib/platform/address"
import type { Address } from "@/lib/platform/party"

/** A business address in the order of its country, or as much of it as is known; "Not given" where nothing is. */
export function AddressLines({ address }: { address: Address }) {
  const { country, street, street2, city, stateProvince, postalCode } = address
  const known = [street, street2, postalCode, city, stateProvince].filter((line) => line !== null && line !== "")
  if (!country && known.length === 0) return <span className="text-ink-3">Not given</span>
  const lines = country ? formatAddress({ ...address, country, street: street ?? "", city: city ?? "" }) : known
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ))
}
