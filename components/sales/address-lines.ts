import { formatAddress } from "@/lib/platform/address"
import { countryName } from "@/lib/platform/countries"
import type { Address } from "@/lib/platform/party"

/** An address as its country writes it, line by line; what there is of it when it is not whole. */
export function addressLines({ country, street, street2, city, stateProvince, postalCode }: Address): string[] {
  if (country && street && city) return formatAddress({ country, street, street2, city, stateProvince, postalCode })
  const place = [postalCode, city].filter(Boolean).join(" ")
  return [street, street2, place, stateProvince, country && countryName(country)].filter((line): line is string => Boolean(line))
}
