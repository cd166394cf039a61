"use client"
import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type EmptyProps = {
  icon: ReactNode
  title: string
  /** One sentence that says why and what comes. */
  text: ReactNode
  /** The next thing to do. */
  actions?: ReactNode
  /** A hairline around it, for use inside other content. */
  boxed?: boolean
}

/** Nothing here, said kindly. */
export function Empty({ icon, title, text, actions, boxed }: EmptyProps) {
  return (
    <div
      className={cn(
        "grid w-full justify-items-center gap-1.5 px-5 text-center",
        boxed ? "rounded-3 border border-line py-[26px]" : "py-16",
      )}
    >
      <span className="mb-1 text-ink-3 [&_svg]:size-6 [&_svg]:[stroke-width:1.65]" aria-hidden="true">
        {icon}
      </span>
      <p className="text-14 font-semi">{title}</p>
      <p className="mb-2.5 max-w-[44ch] text-pretty text-ink-2">{text}</p>
      {actions && <div className="flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
