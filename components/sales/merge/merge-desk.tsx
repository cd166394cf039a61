"use client"
import { ArrowLeftRight, Merge } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { useUnmerge } from "@/components/sales/merge/use-unmerge"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { RecordHeader } from "@/components/ui/record-header"
import { Strip } from "@/components/ui/strip"
import { useToast } from "@/components/ui/toast"
import { recordHref } from "@/lib/platform/record-href"
import { mergeRecords } from "@/lib/sync/actions"
import { mergeSentence } from "@/lib/sync/merge-words"
import { mergeKinds } from "./merge-kind-words"
import { MergeOutcome } from "./merge-outcome"
import { MergeTable } from "./merge-table"
import { MergeTelling } from "./merge-telling"
import type { MergeRowView, MergeView, Which } from "./merge-view"

const other = { a: "b", b: "a" } as const

/** Two records side by side: which of them stays, whose value of each field stays, and what follows from that. */
export function MergeDesk({ view, undoSeconds }: { view: MergeView; undoSeconds: number }) {
  const { kind } = view
  const router = useRouter()
  const { showToast } = useToast()
  const unmerge = useUnmerge()
  const [stays, setStays] = useState<Which>(view.a.refusal && !view.b.refusal ? "b" : "a")
  const [picked, setPicked] = useState<Readonly<Record<string, Which>>>({})
  const [choseTo, setChoseTo] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const [primary, loser] = [view[stays], view[other[stays]]]
  const keptOf = (row: MergeRowView): Which => picked[row.key] ?? row.keeps ?? stays
  const taken = view.rows.filter((row) => !row.isSame && keptOf(row) !== stays)
  const words = mergeKinds[kind]
  const telling = primary.tells
  const tells = telling !== null && (choseTo ?? telling.isUsual)
  const letStay = (which: Which) => {
    setStays(which)
    setChoseTo(null)
  }

  const submit = () =>
    start(async () => {
      const keeps = Object.fromEntries(
        view.rows.filter((row) => !row.isSame).map((row) => [row.key, keptOf(row) === stays ? ("primary" as const) : ("loser" as const)]),
      )
      const versions = { primaryVersion: primary.version, loserVersion: loser.version }
      const result = await mergeRecords({ kind, primaryId: primary.id, loserId: loser.id, ...versions, keeps, tells }).catch(() => null)
      if (!result?.ok) {
        setProblem(result?.error.message ?? "The server could not be reached. Look whether it was done, then try again.")
        // Somebody was faster: the two are shown as they are by now, with what was chosen here.
        return router.refresh()
      }
      const { mergeId } = result.data
      showToast({
        title: "Merged",
        text: `${loser.label} is a part of ${primary.label} now.`,
        undo: () => unmerge(mergeId),
        undoes: mergeId,
      })
      router.push(recordHref(kind, primary.id) ?? words.list.href)
    })

  return (
    <>
      <RecordHeader
        crumbs={[words.list, { label: view.a.label, href: recordHref(kind, view.a.id) ?? words.list.href }]}
        title={`Merge ${words.many}`}
        facts={<span>{mergeSentence(primary, loser, { moves: loser.has, taken: taken.length, told: tells ? telling.name : null })}</span>}
        commands={
          <>
            <Button icon={<ArrowLeftRight aria-hidden="true" />} onClick={() => letStay(other[stays])}>
              Swap
            </Button>
            <ButtonLink href={recordHref(kind, view.a.id) ?? words.list.href}>Cancel</ButtonLink>
            <Button
              tone="primary"
              icon={<Merge aria-hidden="true" />}
              busy={busy}
              busyLabel="Merging"
              reason={primary.refusal}
              onClick={submit}
            >
              Merge
            </Button>
          </>
        }
      />
      <div role="alert" className="empty:hidden">
        {(primary.refusal ?? problem) && <Strip tone="bad">{primary.refusal ?? problem}</Strip>}
      </div>
      <div className="merge-columns">
        <MergeTable
          view={view}
          stays={stays}
          onStays={letStay}
          keptOf={keptOf}
          onKeep={(key, which) => setPicked({ ...picked, [key]: which })}
        />
        <MergeOutcome kind={kind} primary={primary} loser={loser}>
          {telling && primary.number && loser.number && (
            <MergeTelling
              telling={telling}
              about={{ prospectId: loser.number.id, intoId: primary.number.id }}
              undoSeconds={undoSeconds}
              tells={tells}
              onTells={setChoseTo}
            />
          )}
        </MergeOutcome>
      </div>
    </>
  )
}
