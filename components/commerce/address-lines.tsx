import { formatAddress } from "@/lib/platform/address"
import type { Address } from "@/lib/platform/party"

/** A business address in the order of its country; null when none is known. */
export function AddressLines({ address }: { address: Address }) {
  const { country, street, city } = address
  if (!country || !street || !city) return <span className="text-ink-3">Not given</span>
  return formatAddress({ ...address, country, street, city }).map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ))
}
