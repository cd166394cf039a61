import { countAsks, getRun } from "@/lib/bulk/queries"
import { refusalToUndo } from "@/lib/bulk/rules"
import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"

/** How far a run has come, and until when it can be taken back. */
export const GET = staffRoute("lead:read", async (staff, _request, { id = "" }) => {
  const run = await getRun(id)
  if (!run) throw notFound("run")
  const { state, title, list, kind, total, through, ready, chosen, done, skipped, failed, undone, kept, undoableUntil } = run
  const canUndo = refusalToUndo(run, staff, new Date()) === null
  const until = canUndo && undoableUntil ? undoableUntil.getTime() : null
  const asks = state === "done" ? (await countAsks(run)).asks : 0
  const told = { state, title, list, kind, total, through, ready, chosen, done, asks, skipped, failed, undone, kept }
  return Response.json({ ...told, undoableUntil: until })
})
