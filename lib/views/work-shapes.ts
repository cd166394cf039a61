import { creditList } from "@/lib/commerce/credit/list/views"
import { customerList } from "@/lib/commerce/customers/views"
import { hierarchyList } from "@/lib/commerce/hierarchies/views"
import { prospectList } from "@/lib/commerce/prospects/views"
import type { WorkListKey, WorkShape } from "@/lib/platform/list-query"
import { accountList } from "@/lib/sales/accounts/views"
import { contactList } from "@/lib/sales/contacts/views"
import { leadList } from "@/lib/sales/leads/views"
import { opportunityList } from "@/lib/sales/opportunities/views"

/** The lists whose views are made by people. */
export const workShapes: Record<WorkListKey, WorkShape> = {
  leads: leadList,
  opportunities: opportunityList,
  accounts: accountList,
  contacts: contactList,
  prospects: prospectList,
  customers: customerList,
  hierarchies: hierarchyList,
  credit: creditList,
}

export const workListKeys = Object.keys(workShapes) as [WorkListKey, ...WorkListKey[]]
