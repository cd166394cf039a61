import type { Metadata } from "next"
import { DualWritesTable } from "@/components/settings/dual-writes-table"
import { MapsTable } from "@/components/settings/maps-table"
import { SettingsHead } from "@/components/settings/settings-head"
import { ListFilter } from "@/components/shell/list-filter"
import { roleRefusal } from "@/components/shell/role-refusal"
import { Pager } from "@/components/ui/pager"
import { requireStaff } from "@/lib/identity/actor"
import { listHref } from "@/lib/platform/list-href"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { dualWriteList } from "@/lib/settings/views"
import { tableMaps } from "@/lib/sync/maps"
import { listDualWrites, listMaps } from "@/lib/sync/queries"

export const metadata: Metadata = { title: "Integration" }

const mapNames = Object.fromEntries(Object.entries(tableMaps).map(([key, { name }]) => [key, name]))

export default async function IntegrationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("integration:read")
  const query = readListQuery(dualWriteList, await searchParams)
  const [maps, page] = await Promise.all([listMaps(), listDualWrites(query)])
  const hrefOf = (place: { before: string } | { after: string }) => listHref(dualWriteList, query, place)
  return (
    <>
      <SettingsHead title="Integration" path="/settings/integration" text="Dual-write between Commerce and Sales" />
      <MapsTable maps={maps} refusedByRole={roleRefusal(staff.staffRole, "integration:edit", "run or stop table maps")} />
      <section aria-labelledby="written" className="pt-4">
        <div className="flex flex-wrap items-center gap-3 px-6 pb-2.5 max-m:px-4">
          <h2 id="written" className="text-14 font-semi">
            What dual-write wrote
          </h2>
          <ListFilter shape={dualWriteList} query={query} name="map" label="Map" words={mapNames} />
        </div>
        <DualWritesTable rows={page.rows} />
        <div className="rail sticky bottom-0">
          <Pager
            range="Newest first"
            previousHref={page.previous && hrefOf({ before: page.previous })}
            nextHref={page.next && hrefOf({ after: page.next })}
          />
        </div>
      </section>
    </>
  )
}
