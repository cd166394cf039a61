import { cn } from "@/components/ui/cn"

/** A bar that is filled by a share of something that has an end; more than 1 is over. The words beside it say the same. */
export function Meter({ share }: { share: number }) {
  return (
    <div className="h-2 overflow-hidden rounded-full bg-chart-track" aria-hidden="true">
      <div
        className={cn("h-full rounded-full", share > 1 ? "bg-bad" : "bg-chart-1")}
        style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
    </div>
  )
}
