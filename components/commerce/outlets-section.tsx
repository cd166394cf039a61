"use client"
import { Store } from "lucide-react"
import { useRouter } from "next/navigation"
import { OutletCommands } from "@/components/commerce/outlet-commands"
import { OutletTree } from "@/components/commerce/outlet-tree"
import { useOutletTree } from "@/components/commerce/use-outlet-tree"
import { useToast } from "@/components/ui/toast"
import { moveOutlet } from "@/lib/commerce/actions"
import type { OutletView } from "@/lib/commerce/hierarchies/queries"

type OutletsSectionProps = {
  hierarchyId: string
  organization: { id: string; name: string; number: string }
  membersAtHead: number
  outlets: readonly OutletView[]
  refusedByRole: string | null
  suspended: string | null
}

/** The tree of outlets below a hierarchy's organization, and the commands on it. */
export function OutletsSection({ hierarchyId, organization, membersAtHead, outlets, refusedByRole, suspended }: OutletsSectionProps) {
  const router = useRouter()
  const { showToast } = useToast()
  const tree = useOutletTree(outlets, ({ outlet }) => router.push(`/commerce/customers/${outlet?.customerId ?? organization.id}`))
  const selected = tree.selected?.outlet ?? null

  const move = async (outlet: OutletView, parentId: string | null): Promise<void> => {
    const result = await moveOutlet({ hierarchyId, outletId: outlet.id, parentId: parentId ?? "" }).catch(() => null)
    if (!result?.ok) {
      const text = result?.error.message ?? "The server could not be reached. Look whether it was moved."
      return void showToast({ tone: "bad", title: "Not moved", text })
    }
    const { name, above } = result.data
    showToast({ title: `${name} moved`, text: `It stands below ${above}.`, undo: () => move({ ...outlet, parentId }, outlet.parentId) })
  }
  return (
    <section aria-labelledby="outlets-title" className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 py-2.5 pr-5 pl-6 max-m:px-4">
        <h2 id="outlets-title" className="text-14 font-semi">
          Outlets
        </h2>
        <span className="text-ink-3 tabular-nums">{outlets.length}</span>
        <OutletCommands {...{ hierarchyId, organization, outlets, selected, refusedByRole, suspended }} />
      </div>
      {outlets.length === 0 ? (
        <p className="flex items-center gap-2 px-6 pb-4 text-ink-3 max-m:px-4">
          <Store size={16} aria-hidden="true" />
          {organization.name} has no outlets. Add the branches, yards or shops that order for it.
        </p>
      ) : (
        <OutletTree {...{ organization, membersAtHead, outlets, tree }} onMove={refusedByRole ? undefined : move} />
      )}
    </section>
  )
}
