import { CreditCard } from "lucide-react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
import { ButtonLink } from "@/components/ui/button-link"
import { type CreditQuery, creditList } from "@/lib/commerce/credit/list/views"

/** The list of all organizations with credit. */
export function CreditList(list: ListProps<CreditQuery>) {
  const isAll = list.query.view === creditList.firstView
  return (
    <WorkList
      shape={creditList}
      {...list}
      empty={
        isAll
          ? {
              icon: <CreditCard />,
              title: "No organization has credit yet",
              text: "Set a credit limit on the record of a partner's organization. Until then nothing is sold on account.",
              actions: <ButtonLink href="/commerce/customers?view=organizations">Show organizations</ButtonLink>,
            }
          : { icon: <CreditCard />, title: `Nothing here: ${list.title.toLowerCase()}`, text: "No organization is in this view now." }
      }
    />
  )
}
