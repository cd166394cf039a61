import { describe, expect, test } from "vitest"
import { importStates, type LeadImportState, refusalToImport, refusalToPrepare, refusalToStop, refusalToUndo, undoDays } from "./rules"

const states = Object.keys(importStates) as LeadImportState[]
const now = new Date("2026-11-22T12:00:00Z")
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const run = (state: LeadImportState, more: object = {}) => ({
  state,
  finishedAt: daysAgo(1),
  toCreate: 1,
  toUpdate: 0,
  created: 1,
  updated: 0,
  ...more,
})

/** What each state allows: preparing, importing, stopping, undoing. */
const allowed: Record<LeadImportState, string> = {
  uploading: "stop",
  reading: "stop",
  mapping: "prepare stop",
  checking: "prepare stop",
  ready: "prepare import stop",
  importing: "stop",
  done: "undo",
  undoing: "",
  undone: "",
  failed: "",
  canceled: "",
}

describe("an import", () => {
  test.each(states)("that is %s allows what it should, and no more", (state) => {
    const moves = {
      prepare: refusalToPrepare(run(state)),
      import: refusalToImport(run(state)),
      stop: refusalToStop(run(state)),
      undo: refusalToUndo(run(state), now),
    }
    const open = Object.entries(moves).flatMap(([move, refusal]) => (refusal ? [] : [move]))
    expect(open.join(" ")).toBe(allowed[state])
    for (const refusal of Object.values(moves))
      if (refusal) expect(refusal).toMatchObject({ code: "conflict", message: expect.stringMatching(/\.$/) })
  })

  test("that would skip every row does not begin", () => {
    expect(refusalToImport(run("ready", { toCreate: 0 }))?.message).toContain("Every row would be skipped")
  })

  test("is taken back for thirty days, and only if it changed something", () => {
    expect(refusalToUndo(run("done", { finishedAt: daysAgo(undoDays) }), now)).toBeNull()
    expect(refusalToUndo(run("done", { finishedAt: daysAgo(undoDays + 1) }), now)?.message).toContain("30 days")
    expect(refusalToUndo(run("done", { created: 0 }), now)?.message).toContain("changed nothing")
  })
})
