"use client"
import { Bone, RowsSkeleton } from "@/components/ui/skeleton"

/** A list while it loads, in its final measures; shown after 200 ms only. */
export function ListLoading({ hasTabs }: { hasTabs?: boolean }) {
  return (
    <div className="opacity-100 transition-opacity delay-200 duration-[1ms] starting:opacity-0">
      <div className="flex h-[60px] items-center px-6 max-m:px-4">
        <Bone width={220} height={18} />
      </div>
      {hasTabs && <div className="h-10 border-b border-line-2" />}
      <div className="h-10" />
      <RowsSkeleton rows={18} />
    </div>
  )
}
