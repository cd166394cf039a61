"use client"
import { Upload, X } from "lucide-react"
import { useRouter } from "next/navigation"
import { Command } from "@/components/shell/command"
import { ButtonLink } from "@/components/ui/button-link"
import { startImport, stopImport } from "@/lib/exchange/actions"

type PreviewCommandsProps = {
  run: { id: string; fileName: string; toCreate: number; toUpdate: number; toSkip: number }
  refusal: string | null
}

const leads = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "lead" : "leads"}`

/** What can be done with a preview: import it, map or match it otherwise, cancel it. */
export function PreviewCommands({ run, refusal }: PreviewCommandsProps) {
  const router = useRouter()
  const path = `/sales/leads/import/${run.id}`
  return (
    <>
      <ButtonLink size="s" tone="ghost" href={`${path}/columns`}>
        Map columns
      </ButtonLink>
      <ButtonLink size="s" tone="ghost" href={`${path}/match`}>
        Match policy
      </ButtonLink>
      <Command
        title="Cancel import"
        icon={<X aria-hidden="true" />}
        trigger={{ size: "s" }}
        reason={null}
        sentence={`Forgets what was read from ${run.fileName}. No lead is changed.`}
        busyWord="Canceling"
        action={stopImport}
        hidden={{ id: run.id }}
        news={() => {
          router.push("/sales/leads/import")
          return { title: "Import canceled", text: "No lead was changed." }
        }}
      />
      <Command
        title="Import"
        icon={<Upload aria-hidden="true" />}
        trigger={{ size: "s", tone: "primary" }}
        reason={refusal}
        sentence={`Creates ${leads(run.toCreate)} and updates ${leads(run.toUpdate)}; ${run.toSkip === 1 ? "1 row is" : `${run.toSkip.toLocaleString("en")} rows are`} skipped. It can be undone for 30 days.`}
        busyWord="Starting"
        action={startImport}
        hidden={{ id: run.id }}
        news={() => {
          router.push(path)
          return { title: "Import started", text: "You can leave the page; it goes on." }
        }}
      />
    </>
  )
}
