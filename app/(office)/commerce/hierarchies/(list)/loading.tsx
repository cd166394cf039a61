import { ListLoading } from "@/components/commerce/list-loading"

export default function HierarchiesLoading() {
  return <ListLoading title="Customer hierarchies" />
}
