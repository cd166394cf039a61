import { beginImport, finishUpload } from "@/lib/exchange/actions"

const pieceBytes = 2 * 1024 * 1024
const unreachable = "The upload broke off: the server could not be reached. Try again."

async function problemOf(answer: Response | null): Promise<string> {
  const told = (await answer?.json().catch(() => null)) as { error?: { message?: string } } | null | undefined
  return told?.error?.message ?? unreachable
}

/** Uploads a file piece by piece and has it read. Gives the import's id, or what went wrong. */
export async function uploadImport(file: File, onShare: (share: number) => void): Promise<{ id: string } | { problem: string }> {
  const begun = await beginImport({ name: file.name, size: file.size }).catch(() => null)
  if (!begun?.ok) return { problem: begun?.error.message ?? unreachable }
  const { id } = begun.data
  for (let place = 0; place * pieceBytes < file.size; place++) {
    const body = file.slice(place * pieceBytes, (place + 1) * pieceBytes)
    const answer = await fetch(`/api/uploads/import/${id}?place=${place}`, { method: "PUT", body }).catch(() => null)
    if (!answer?.ok) return { problem: await problemOf(answer) }
    onShare(Math.min(1, ((place + 1) * pieceBytes) / file.size))
  }
  const finished = await finishUpload({ id }).catch(() => null)
  return finished?.ok ? { id } : { problem: finished?.error.message ?? unreachable }
}
