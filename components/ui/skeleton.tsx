import { cn } from "@/components/ui/cn"

/** A bar in the place of words to come. Width in pixels or any CSS length. */
export function Bone({ width = "100%", height, className }: { width?: number | string; height?: number; className?: string }) {
  return <span className={cn("bone", className)} style={{ width, height }} />
}

const row = (width: string) =>
  `<div class="flex h-9 items-center gap-5 border-b border-line px-6 max-m:h-16"><span class="bone" style="width:${width}"></span><span class="bone max-m:hidden" style="width:14%"></span><span class="bone max-m:hidden" style="width:10%"></span><span class="bone ml-auto" style="width:9%"></span></div>`
const most = 24
/** As one text that is made once: it is written into every list's page, for the moments when the rows are late. */
const rowsOf = Array.from({ length: most + 1 }, (_, rows) =>
  Array.from({ length: rows }, (_, at) => row(`${28 + ((at * 7) % 15)}%`)).join(""),
)

/** Grid rows in their final height while rows load; nothing jumps when they come. */
export function RowsSkeleton({ rows = 12, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-busy="true" className="border-t border-line">
      <span className="sr-only">{label}</span>
      <div className="h-9 border-b border-line-2" />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: bars alone, nothing that anybody wrote */}
      <div dangerouslySetInnerHTML={{ __html: rowsOf[Math.min(rows, most)] ?? "" }} />
    </div>
  )
}
