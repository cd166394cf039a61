import { Diff } from "lucide-react"
import { ButtonLink } from "@/components/ui/button-link"
import { Strip } from "@/components/ui/strip"
import type { DriftView } from "@/lib/commerce/drift/queries"
import { fieldsInForce, sectionWords } from "@/lib/commerce/drift/rules"

type DriftStripProps = { hierarchyId: string; drift: DriftView; refusedByRole: string | null }

/** Says that members differ from the Admin where the policy says that they must not, and what can be done. */
export function DriftStrip({ hierarchyId, drift, refusedByRole }: DriftStripProps) {
  const { memberIds, drifting, adminName } = drift
  const [section] = drifting
  if (!section) return null
  const path = `/commerce/hierarchies/${hierarchyId}`
  const fields = new URLSearchParams(fieldsInForce(drifting).map((key) => ["field", key]))
  return (
    <Strip tone="wait" icon={<Diff aria-hidden="true" />}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-[220px] flex-1">
          <b>{memberIds.length === 1 ? "1 member differs" : `${memberIds.length} members differ`}</b> from {adminName} in{" "}
          {sectionWords(drifting)}, where the policy says that they must not.
        </p>
        <span className="flex flex-none flex-wrap gap-2">
          <ButtonLink size="s" href={`${path}/compare?section=${section}`}>
            Look at them
          </ButtonLink>
          <ButtonLink size="s" href={`${path}/override?${fields}`} reason={refusedByRole}>
            Make them the same
          </ButtonLink>
        </span>
      </div>
    </Strip>
  )
}
