"use client"
import { FileUp } from "lucide-react"
import { useRouter } from "next/navigation"
import { type DragEvent, useId, useRef, useState } from "react"
import { ProgressLine } from "@/components/exchange/progress-line"
import { uploadImport } from "@/components/exchange/upload-import"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { Strip } from "@/components/ui/strip"

/** The first step: a file is chosen or dropped, and uploaded piece by piece. */
export function UploadFile() {
  const router = useRouter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [sent, setSent] = useState<{ name: string; share: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)

  const take = async (file: File | undefined) => {
    if (!file || sent) return
    setProblem(null)
    setSent({ name: file.name, share: 0 })
    const answer = await uploadImport(file, (share) => setSent({ name: file.name, share }))
    if ("id" in answer) return router.push(`/sales/leads/import/${answer.id}`)
    setSent(null)
    setProblem(answer.problem)
    if (input.current) input.current.value = ""
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <section aria-labelledby={`${id}-title`} className="px-6 pb-6 max-m:px-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button is the first */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "grid max-w-[760px] justify-items-center gap-2 rounded-3 border border-dashed px-5 py-10 text-center",
          isOver ? "border-accent bg-accent-soft" : "border-control",
        )}
      >
        <FileUp className="size-6 text-ink-3" aria-hidden="true" />
        <h2 id={`${id}-title`} className="text-14 font-semi">
          {sent ? `Uploading ${sent.name}` : "Leads from a CSV or Excel file"}
        </h2>
        {sent ? (
          <ProgressLine label={`Uploading ${sent.name}`} share={sent.share} text={`${Math.round(sent.share * 100)} %`} />
        ) : (
          <>
            <p id={`${id}-hint`} className="mb-2 max-w-[52ch] text-pretty text-ink-2">
              Up to 50 MB, with the names of its columns in the first row. Nothing is written before you have seen what becomes of every
              row.
            </p>
            <label htmlFor={id} className="sr-only">
              File to import
            </label>
            <input
              ref={input}
              id={id}
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              className="sr-only"
              tabIndex={-1}
              aria-describedby={`${id}-hint`}
              onChange={(event) => void take(event.target.files?.[0])}
            />
            <Button tone="primary" icon={<FileUp aria-hidden="true" />} onClick={() => input.current?.click()}>
              Choose a file
            </Button>
            <p className="text-12 text-ink-3">or drop it here</p>
          </>
        )}
      </div>
      <div role="alert" className="mt-3 -mx-6 empty:hidden max-m:-mx-4">
        {problem && <Strip tone="bad">{problem}</Strip>}
      </div>
    </section>
  )
}
