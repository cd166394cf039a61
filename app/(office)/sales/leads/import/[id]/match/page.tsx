import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { ImportFrame } from "@/components/exchange/import-frame"
import { MatchPolicy } from "@/components/exchange/match-policy"
import { matchingsOf } from "@/lib/exchange/import/policy"
import { getImport } from "@/lib/exchange/import/queries"
import { refusalToPrepare } from "@/lib/exchange/import/rules"
import { requireStaff } from "@/lib/identity/actor"
import { listOwners } from "@/lib/sales/owners"

export const metadata: Metadata = { title: "Match policy" }

export default async function MatchPage({ params }: { params: Promise<{ id: string }> }) {
  await requireStaff("lead:import")
  const run = await getImport((await params).id)
  if (!run) notFound()
  if (refusalToPrepare(run)) redirect(`/sales/leads/import/${run.id}`)
  const owners = await listOwners()
  return (
    <ImportFrame step="match" run={run}>
      <MatchPolicy id={run.id} policy={run.policy} allowed={matchingsOf(run.mapping)} owners={owners} />
    </ImportFrame>
  )
}
