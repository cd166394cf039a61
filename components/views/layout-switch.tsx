"use client"
import { KanbanSquare, Rows3 } from "lucide-react"
import Link from "next/link"
import type { Layout } from "@/lib/platform/list-query"

const layouts = [
  { layout: "grid", word: "Grid", Icon: Rows3 },
  { layout: "board", word: "Board", Icon: KanbanSquare },
] as const satisfies readonly { layout: Layout; word: string; Icon: typeof Rows3 }[]

/** Grid or board, each with the address at which the view lies so. */
export function LayoutSwitch({ open, hrefs }: { open: Layout; hrefs: Readonly<Record<Layout, string>> }) {
  return (
    <nav aria-label="Layout" className="inline-flex h-[30px] flex-none items-center rounded-2 border border-line-2 max-m:h-10">
      {layouts.map(({ layout, word, Icon }) => (
        <Link
          key={layout}
          href={hrefs[layout]}
          prefetch={false}
          replace
          scroll={false}
          aria-current={open === layout ? "true" : undefined}
          className="inline-flex h-full items-center gap-1.5 px-2.5 text-ink-2 first:rounded-l-2 last:rounded-r-2 hover:bg-sheet-hover aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-text"
        >
          <Icon size={14} aria-hidden="true" />
          {word}
        </Link>
      ))}
    </nav>
  )
}
