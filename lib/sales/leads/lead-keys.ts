import { searchText } from "@/lib/platform/fold"
import { fullName } from "@/lib/platform/party"
import { companyDomain, nameKey } from "../match-keys"

type Keyed = {
  companyName: string
  firstName: string
  lastName: string
  email: string | null
  phone: string | null
  website: string | null
  prospectNumber: string | null
}

/** What a lead is found by: its search text and the keys of its company. */
export const leadKeys = (lead: Keyed) => ({
  searchText: searchText(lead.companyName, fullName(lead), lead.email, lead.phone, lead.prospectNumber),
  nameKey: nameKey(lead.companyName),
  domain: companyDomain(lead.website, lead.email),
})
