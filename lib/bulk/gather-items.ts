import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import type { ListQuery } from "@/lib/platform/list-query"
import { listingOf } from "@/lib/platform/list-source"
import { all, belongs } from "@/lib/platform/listing"
import { openList } from "@/lib/views/open-list"
import { bulkSources } from "./bulk-sources"
import { type BulkList, mostInRun } from "./kinds"
import { takesAll } from "./rules"

type Chosen = { list: BulkList; scope: "ticked" | "all"; ids: readonly string[]; view: string }

/** The view that a list's URL names, and how it is called. */
export function openChosenView(staff: Staff, { list, view }: Pick<Chosen, "list" | "view">) {
  return openList(bulkSources[list].source.shape, staff, Object.fromEntries(new URLSearchParams(view)))
}

/** The conditions of a view's records as far as somebody takes them in bulk: all, or only their own. */
export function matching(staff: Staff, list: BulkList, query: ListQuery, now: Date) {
  const { source, owner } = bulkSources[list]
  const listing = listingOf(source, staff.id, query, now)
  const own = takesAll(staff) ? [] : [Prisma.sql`${owner} = ${staff.id}::uuid`]
  return { ...listing, where: all([belongs(listing), ...own]) }
}

/** Writes down which records a run has and in which version each was, in the order of the view; one more than it may have at most. Returns how many. */
export async function gatherItems({ tx, now }: Ctx, staff: Staff, runId: string, chosen: Chosen, query: ListQuery): Promise<number> {
  const { source, version, label } = bulkSources[chosen.list]
  const { from, id, where, sort, descending } = matching(staff, chosen.list, query, now)
  const direction = descending ? Prisma.sql`desc` : Prisma.sql`asc`
  const record = Prisma.sql`${id} as id, ${version} as version, left(coalesce(${label}, ''), 200) as label`
  const records =
    chosen.scope === "all"
      ? Prisma.sql`select ${record} from ${from} where ${where} order by ${sort.column} ${direction}, ${id} ${direction} limit ${mostInRun + 1}`
      : Prisma.sql`select ${record} from ${source.from} join unnest(${[...chosen.ids]}::uuid[]) with ordinality as ticked (id, at) on ticked.id = ${id} order by ticked.at`
  return tx.$executeRaw`
    insert into platform.bulk_item (run_id, place, record_id, record_version, label)
    select ${runId}::uuid, row_number() over (), chosen.id, chosen.version, chosen.label from (${records}) as chosen
    on conflict (run_id, record_id) do nothing`
}
