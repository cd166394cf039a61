import { ListLoading } from "@/components/shell/list-loading"

export default function ProspectsLoading() {
  return <ListLoading hasTabs />
}
