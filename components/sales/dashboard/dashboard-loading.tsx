"use client"
import { Bone } from "@/components/ui/skeleton"

const bars = ["72%", "60%", "38%", "30%", "22%"]

/** The dashboard while it loads, in its final measures; shown after 200 ms only. */
export function DashboardLoading() {
  return (
    <div className="opacity-100 transition-opacity delay-200 duration-[1ms] starting:opacity-0" role="status" aria-busy="true">
      <span className="sr-only">Loading</span>
      <div className="flex h-[60px] items-center px-6 max-m:px-4">
        <Bone width={220} height={18} />
      </div>
      <div className="figures">
        {bars.slice(1).map((width) => (
          <div key={width} className="grid h-[104px] content-center gap-3">
            <Bone width="50%" />
            <Bone width="30%" height={22} />
            <Bone width="60%" />
          </div>
        ))}
      </div>
      <div className="panels">
        {bars.slice(1).map((panel) => (
          <div key={panel} className="panel grid h-[310px] content-start gap-5">
            <Bone width="40%" height={14} className="mb-4" />
            {bars.map((width) => (
              <Bone key={width} width={width} height={18} />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
