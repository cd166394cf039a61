import type { ListShape } from "@/lib/platform/list-query"
import { mapKeys } from "@/lib/sync/maps"

export const dualWriteList: ListShape<"map", "at", "all"> = {
  path: "/settings/integration",
  views: { all: "What dual-write wrote" },
  firstView: "all",
  filters: { map: mapKeys },
  sorts: { at: "desc" },
  firstSort: "at",
}
