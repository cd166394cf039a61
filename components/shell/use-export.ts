"use client"
import { useCallback } from "react"
import { useToast } from "@/components/ui/toast"
import { cancelExport } from "@/lib/exchange/actions"
import type { ExportProgress } from "@/lib/exchange/export-run"

const askEveryMs = 700
/** A browser that asks where to keep the file begins late. */
const patienceMs = 60_000

const rowsOf = (rows: number) => `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** An id as the server wants it; a page that is not served over TLS has no `randomUUID`. */
function newRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}

async function progressOf(id: string): Promise<ExportProgress | null> {
  const answer = await fetch(`/sales/exports/${id}`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as ExportProgress | null) : null
}

const endings = {
  done: (rows: number) => ({ title: "Export finished", text: `${rowsOf(rows)} written.` }),
  canceled: (rows: number) => ({
    tone: "bad" as const,
    title: "Export canceled",
    text: `It stopped after ${rowsOf(rows)}; the file is not whole.`,
  }),
  failed: (rows: number) => ({
    tone: "bad" as const,
    title: "Export broke off",
    text: `It stopped after ${rowsOf(rows)}. Start it again.`,
  }),
}

/** Has the browser download a view as a file, and tells in a toast how far it has come until it ends. */
export function useExport() {
  const { showToast, changeToast } = useToast()
  return useCallback(
    async (path: string, params: Readonly<Record<string, string>>, format: string) => {
      const id = newRunId()
      const link = document.createElement("a")
      link.href = `${path}?${new URLSearchParams({ ...params, format, run: id })}`
      link.download = ""
      link.click()
      const command = { word: "Cancel", run: () => void cancelExport({ id }) }
      const toast = showToast({ title: "Exporting", text: "The download begins.", seconds: 0, command })
      const since = Date.now()
      for (;;) {
        await pause(askEveryMs)
        const progress = await progressOf(id)
        if (progress && Object.hasOwn(endings, progress.state)) {
          changeToast(toast, endings[progress.state as keyof typeof endings](progress.rows))
          return
        }
        if (progress) changeToast(toast, { title: "Exporting", text: `${rowsOf(progress.rows)} so far.`, seconds: 0, command })
        else if (Date.now() - since > patienceMs) {
          changeToast(toast, {
            tone: "bad",
            title: "The export did not begin",
            text: "Try again; if several are running, wait for one to end.",
          })
          return
        }
      }
    },
    [showToast, changeToast],
  )
}
