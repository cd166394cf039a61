import { useToast } from "@/components/ui/toast"
import { undoOverride } from "@/lib/sync/actions"

/** Takes an override back, and says how far that went. */
export function useUndoOverride() {
  const { showToast, closeUndo } = useToast()
  return async (overrideId: string): Promise<void> => {
    const result = await undoOverride({ overrideId }).catch(() => null)
    if (!result) return void showToast({ tone: "bad", title: "Not undone", text: "The server could not be reached. Try again." })
    closeUndo(overrideId)
    if (!result.ok) return void showToast({ tone: "bad", title: "Not undone", text: result.error.message })
    const { members, kept } = result.data
    showToast({
      title: `${members === 1 ? "1 member" : `${members} members`} put back`,
      text: kept.length > 0 ? `Left as somebody made it since: ${kept.slice(0, 3).join("; ")}.` : undefined,
    })
  }
}
