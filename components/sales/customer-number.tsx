import { RecordLink } from "@/components/shell/record-link"

type CustomerNumberProps = { customer: { customerId: string | null; customerNumber: string | null } }

/** The customer that a record of Sales has in Commerce; nothing where it has none. */
export function CustomerNumber({ customer: { customerId, customerNumber } }: CustomerNumberProps) {
  if (!customerId || !customerNumber) return null
  return (
    <span>
      Customer{" "}
      <RecordLink kind="customer" id={customerId}>
        {customerNumber}
      </RecordLink>
    </span>
  )
}
