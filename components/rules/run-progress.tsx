"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { Strip } from "@/components/ui/strip"

type Progress = { state: string; done: number; total: number }
type RunProgressProps = Progress & { id: string; word: string; noun: string }

const askEveryMs = 800

/** Work over many leads that the worker has in hand, as it goes on. The page may be left. */
export function RunProgress({ id, word, noun, ...first }: RunProgressProps) {
  const router = useRouter()
  const [now, setNow] = useState<Progress>(first)
  useEffect(() => {
    const ask = async () => {
      const answer = await fetch(`/settings/rule-runs/${id}`).catch(() => null)
      if (!answer?.ok) return
      const progress = (await answer.json()) as Progress
      setNow(progress)
      if (progress.state !== "running") router.refresh()
    }
    const timer = setInterval(ask, askEveryMs)
    return () => clearInterval(timer)
  }, [id, router])
  const share = now.total > 0 ? Math.min(1, now.done / now.total) : 0
  const percent = Math.round(share * 100)
  const text = `${now.done.toLocaleString("en")} of ${now.total.toLocaleString("en")} ${noun}`
  return (
    <Strip tone="info">
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <b>{word}</b>
        <span
          role="progressbar"
          aria-label={word}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={text}
          className="h-1.5 w-[180px] overflow-hidden rounded-3 bg-sheet"
        >
          <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
        </span>
        <span className="text-12 tabular-nums">{text}. You can leave this page.</span>
      </span>
    </Strip>
  )
}
