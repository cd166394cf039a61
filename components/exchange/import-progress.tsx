"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { ProgressLine } from "@/components/exchange/progress-line"
import type { LeadImportState } from "@/lib/exchange/import/rules"

type Progress = { state: LeadImportState; through: number; rowCount: number }
type ImportProgressProps = Progress & { id: string }

const askEveryMs = 700
const sayings: Partial<Record<LeadImportState, string>> = {
  uploading: "Uploading the file",
  reading: "Reading the file",
  checking: "Checking every row",
  importing: "Importing",
  undoing: "Taking the import back",
}

/** A step that the worker has in hand. The page may be left: it goes on, and the page shows the next step once it is done. */
export function ImportProgress({ id, ...first }: ImportProgressProps) {
  const router = useRouter()
  const [now, setNow] = useState<Progress>(first)
  useEffect(() => {
    const ask = async () => {
      const answer = await fetch(`/sales/leads/import/${id}/progress`).catch(() => null)
      if (!answer?.ok) return
      const progress = (await answer.json()) as Progress
      setNow(progress)
      if (progress.state !== first.state) router.refresh()
    }
    const timer = setInterval(ask, askEveryMs)
    return () => clearInterval(timer)
  }, [id, first.state, router])
  const done = Math.max(0, Math.min(now.rowCount, now.through - 1))
  const word = sayings[first.state] ?? "Working"
  const isCounted = now.rowCount > 0 && now.through > 0
  const text = isCounted ? `${done.toLocaleString("en")} of ${now.rowCount.toLocaleString("en")} rows` : "This takes a moment."
  return (
    <section className="grid gap-3 px-6 pb-8 max-m:px-4">
      <h2 className="text-14 font-semi">
        <span role="status">{word}</span>
      </h2>
      <ProgressLine label={word} share={isCounted ? done / now.rowCount : 0} text={text} />
      <p className="max-w-[60ch] text-ink-2">You can leave this page. The work goes on, and waits for you under Import.</p>
    </section>
  )
}
