"use client"
import { RefreshCw, X } from "lucide-react"
import { usePathname, useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { isBusy } from "@/components/shell/live-line"
import { type Heard, useLive } from "@/components/shell/use-live"
import { Button } from "@/components/ui/button"
import { recordOfPath } from "@/lib/platform/record-href"

/** A burst of changes is one refresh. */
const gatherMs = 250
const newsSeconds = 10

type Told = { by: string | null; isShown: boolean }

/**
 * Keeps an open record up to date: what a colleague changes appears by itself. While the person types or has a dialog open,
 * the page stays as it is, and they are told instead.
 */
export function LiveRecord() {
  const record = recordOfPath(usePathname())
  const router = useRouter()
  const timer = useRef<number>(undefined)
  const [told, setTold] = useState<Told | null>(null)
  const { id, kind: noun } = record ?? {}

  // biome-ignore lint/correctness/useExhaustiveDependencies: another record, other news
  useEffect(() => {
    setTold(null)
    return () => window.clearTimeout(timer.current)
  }, [id])

  useEffect(() => {
    if (!told?.isShown) return
    const gone = window.setTimeout(() => setTold(null), newsSeconds * 1000)
    return () => window.clearTimeout(gone)
  }, [told])

  const show = () => {
    router.refresh()
    setTold((news) => news && { ...news, isShown: true })
  }
  useLive((news) => {
    if (!id || !isNewHere(news, id)) return
    const by = news.by && !news.by.isMe ? news.by.name : null
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      const isHeld = isBusy()
      if (!isHeld) router.refresh()
      if (isHeld || by) setTold({ by, isShown: !isHeld })
    }, gatherMs)
  })

  return (
    <div role="status" className="live-news-place">
      {told && (
        <div className="live-news">
          <RefreshCw size={14} aria-hidden="true" />
          <span className="min-w-0 wrap-anywhere">
            {told.by ? `${told.by} changed this ${noun} just now.` : `This ${noun} changed just now.`}
          </span>
          {!told.isShown && (
            <Button size="s" onClick={show}>
              Show
            </Button>
          )}
          <Button size="s" tone="ghost" iconOnly icon={<X aria-hidden="true" />} onClick={() => setTold(null)}>
            Dismiss
          </Button>
        </div>
      )}
    </div>
  )
}

/** What the person just did in this very window has been answered with the new page already. */
function isNewHere({ isGap, by, changes }: Heard, id: string): boolean {
  if (isGap) return true
  return changes.some((change) => change.id === id) && !(by?.isMe && document.hasFocus())
}
