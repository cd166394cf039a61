import type { Refusal } from "@/lib/platform/errors"
import { dayMs } from "@/lib/platform/zone"
import type { LeadImportState } from "@/prisma/generated/enums"

export type { LeadImportState }

/** The steps of an import as people walk them, and what each is called while it is in hand. */
export const importStates = {
  uploading: { word: "Uploading", step: "upload" },
  reading: { word: "Reading the file", step: "upload" },
  mapping: { word: "Waiting for its columns", step: "columns" },
  checking: { word: "Checking rows", step: "preview" },
  ready: { word: "Ready to import", step: "preview" },
  importing: { word: "Importing", step: "import" },
  done: { word: "Imported", step: "import" },
  undoing: { word: "Undoing", step: "import" },
  undone: { word: "Undone", step: "import" },
  failed: { word: "Failed", step: "upload" },
  canceled: { word: "Canceled", step: "upload" },
} as const satisfies Record<LeadImportState, { word: string; step: string }>

export const undoDays = 30

type Judged = { state: LeadImportState; finishedAt: Date | null; toCreate: number; toUpdate: number; created: number; updated: number }

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** Whether its columns and its policy may still be chosen. */
export function refusalToPrepare({ state }: Pick<Judged, "state">): Refusal | null {
  if (state === "mapping" || state === "ready" || state === "checking") return null
  if (state === "uploading" || state === "reading") return conflict("The file is not read yet. Wait a moment.")
  return conflict(`This import is over: ${importStates[state].word.toLowerCase()}. Upload the file again to map it otherwise.`)
}

export function refusalToImport({ state, toCreate, toUpdate }: Judged): Refusal | null {
  if (state === "checking") return conflict("The rows are still being checked. Wait until the preview is complete.")
  if (state !== "ready") return conflict(`This import cannot begin: ${importStates[state].word.toLowerCase()}.`)
  return toCreate + toUpdate > 0 ? null : conflict("Every row would be skipped. Map the columns or match the rows otherwise.")
}

/** Whether it can be called off: before it wrote anything it goes, while it writes it stops where it is. */
export function refusalToStop({ state }: Pick<Judged, "state">): Refusal | null {
  const isUnderWay = ["uploading", "reading", "mapping", "checking", "ready", "importing"].includes(state)
  return isUnderWay ? null : conflict(`There is nothing to stop: ${importStates[state].word.toLowerCase()}.`)
}

export function refusalToUndo({ state, finishedAt, created, updated }: Judged, now: Date): Refusal | null {
  if (state === "undoing" || state === "undone") return conflict("This import was taken back already.")
  if (state !== "done" || !finishedAt) return conflict("Only an import that is finished can be taken back.")
  if (created + updated === 0) return conflict("This import changed nothing.")
  if (now.getTime() - finishedAt.getTime() > undoDays * dayMs)
    return conflict(`An import can be taken back for ${undoDays} days; this one is older.`)
  return null
}
