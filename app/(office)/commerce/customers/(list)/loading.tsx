import { ListLoading } from "@/components/commerce/list-loading"

export default function CustomersLoading() {
  return <ListLoading title="Customers" />
}
