import { ListLoading } from "@/components/commerce/list-loading"

export default function ProspectsLoading() {
  return <ListLoading title="All prospects" hasTabs />
}
