import { ChevronRight } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { PageHeader } from "@/components/ui/page-header"
import { ProcessBar } from "@/components/ui/process-bar"

const steps = { upload: "Upload", columns: "Map columns", match: "Match policy", preview: "Preview", import: "Import" } as const
type Step = keyof typeof steps

type ImportFrameProps = {
  step: Step
  run?: { fileName: string; readAs: string | null; rowCount: number }
  commands?: ReactNode
  children: ReactNode
}

/** The frame of every page of an import: the way back, which file it is, and at which step it stands. */
export function ImportFrame({ step, run, commands, children }: ImportFrameProps) {
  const names = Object.keys(steps) as Step[]
  const at = names.indexOf(step)
  const rows = run && run.rowCount > 0 ? (run.rowCount === 1 ? "1 row" : `${run.rowCount.toLocaleString("en")} rows`) : null
  return (
    <>
      <nav
        aria-label="Breadcrumb"
        className="-mb-[22px] max-m:-mb-2 flex min-h-[42px] flex-none items-center gap-2 pt-2.5 pl-6 text-ink-3 max-m:pl-4"
      >
        <Link href="/sales/leads" prefetch={false} className="hover:text-ink hover:underline">
          Leads
        </Link>
        <ChevronRight size={14} className="flex-none" aria-hidden="true" />
        <Link href="/sales/leads/import" prefetch={false} className="hover:text-ink hover:underline">
          Import
        </Link>
      </nav>
      <PageHeader title="Import leads" count={run && [run.fileName, run.readAs, rows].filter(Boolean).join(" · ")} commands={commands} />
      <div className="pb-3">
        <ProcessBar
          label="Steps of the import"
          steps={names.map((name, place) => ({ name: steps[name], state: place < at ? "done" : place === at ? "now" : "todo" }))}
        />
      </div>
      {children}
    </>
  )
}
