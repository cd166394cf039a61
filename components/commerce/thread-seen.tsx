"use client"
import { type ReactNode, useEffect, useRef } from "react"
import { readThread } from "@/lib/commerce/actions"

type ThreadSeenProps = { prospectId: string; newest: string | null; unread: number; children: ReactNode }

/** Notes that a thread was read once its end was on the screen. */
export function ThreadSeen({ prospectId, newest, unread, children }: ThreadSeenProps) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark = end.current
    if (!mark || newest === null || unread === 0) return
    const watch = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting || document.visibilityState !== "visible") return
      watch.disconnect()
      // Nobody waits for it; what fails is noted at the next look.
      readThread({ prospectId, until: newest }).catch(() => {})
    })
    watch.observe(mark)
    return () => watch.disconnect()
  }, [prospectId, newest, unread])
  return (
    <>
      {unread > 0 && (
        <p className="sr-only" role="status">
          {`${unread} new ${unread === 1 ? "message" : "messages"} from colleagues`}
        </p>
      )}
      {children}
      <div ref={end} />
    </>
  )
}
