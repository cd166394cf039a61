import { cn } from "@/components/ui/cn"

/** A bar in the place of words to come. Width in pixels or any CSS length. */
export function Bone({ width = "100%", height, className }: { width?: number | string; height?: number; className?: string }) {
  return <span className={cn("bone", className)} style={{ width, height }} />
}

/** Grid rows in their final height while rows load; nothing jumps when they come. */
export function RowsSkeleton({ rows = 12, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-busy="true" className="border-t border-line">
      <span className="sr-only">{label}</span>
      <div className="h-9 border-b border-line-2" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
        <div key={row} className="flex h-9 items-center gap-5 border-b border-line px-6 max-m:h-16">
          <Bone width={`${28 + ((row * 7) % 15)}%`} />
          <Bone width="14%" className="max-m:hidden" />
          <Bone width="10%" className="max-m:hidden" />
          <Bone width="9%" className="ml-auto" />
        </div>
      ))}
    </div>
  )
}
