import { describe, expect, test } from "vitest"
import type { StaffRole } from "@/lib/identity/permissions"
import {
  activityKinds,
  dueStretchOf,
  dueWord,
  isLate,
  type JudgedActivity,
  refusalToAttach,
  refusalToChange,
  refusalToComplete,
  refusalToReopen,
  refusalToWrite,
  remindAtOf,
  remindOf,
} from "./rules"

const [author, owner, stranger] = ["author", "owner", "stranger"]
const task: JudgedActivity = { kind: "task", actorId: author, actorName: "Maja", ownerId: owner, doneAt: null }
const done = { ...task, doneAt: new Date(0) }
const as = (id: string, staffRole: StaffRole = "seller") => ({ id, staffRole })
const kinds = Object.keys(activityKinds) as JudgedActivity["kind"][]

test.each([
  ["seller", null],
  ["sales_manager", null],
  ["administrator", null],
  ["commerce_manager", "forbidden"],
  ["auditor", "forbidden"],
] as const)("%s writes on records: %s", (role, code) => {
  expect(refusalToWrite(as("x", role))?.code ?? null).toBe(code)
})

describe.each(kinds)("changing a %s", (kind) => {
  const isEmail = kind === "email"
  test.each([
    [author, "seller", isEmail ? "conflict" : null],
    [stranger, "seller", isEmail ? "conflict" : "forbidden"],
    [stranger, "sales_manager", isEmail ? "conflict" : null],
    [author, "auditor", "forbidden"],
  ] as const)("%s as %s: %s", (id, role, code) => {
    expect(refusalToChange({ ...task, kind }, as(id, role))?.code ?? null).toBe(code)
  })
})

describe("completing and reopening", () => {
  const people = [
    [owner, "seller", null],
    [author, "seller", null],
    [stranger, "seller", "forbidden"],
    [stranger, "sales_manager", null],
    [owner, "auditor", "forbidden"],
  ] as const
  test.each(people)("%s as %s: %s", (id, role, code) => {
    expect(refusalToComplete(task, as(id, role))?.code ?? null).toBe(code)
    expect(refusalToReopen(done, as(id, role))?.code ?? null).toBe(code)
  })

  test("what is done is not completed again, what is open not reopened, and only tasks are either", () => {
    expect(refusalToComplete(done, as(owner))?.message).toBe("This task is done already.")
    expect(refusalToReopen(task, as(owner))?.message).toBe("This task is still open.")
    for (const kind of kinds.filter((one) => one !== "task")) {
      expect(refusalToComplete({ ...task, kind }, as(owner))?.code).toBe("conflict")
      expect(refusalToReopen({ ...done, kind }, as(owner))?.code).toBe("conflict")
    }
  })
})

test("files are refused with a clear sentence", () => {
  const limits = { maxMb: 10, perNote: 10 }
  expect(refusalToAttach({ size: 1, waiting: 9 }, limits)).toBeNull()
  expect(refusalToAttach({ size: 10 * 1_048_576, waiting: 0 }, limits)).toBeNull()
  expect(refusalToAttach({ size: 10 * 1_048_576 + 1, waiting: 0 }, limits)?.message).toContain("A file may have 10 MB at most.")
  expect(refusalToAttach({ size: 1, waiting: 10 }, limits)?.message).toBe("A note takes 10 files at most. Remove one first.")
  expect(refusalToAttach({ size: 0, waiting: 0 }, limits)?.message).toBe("This file is empty.")
})

const now = new Date("2026-11-22T15:00:00Z")
test.each([
  ["2026-11-20T00:00:00Z", false, "late", "2 days late"],
  ["2026-11-21T00:00:00Z", false, "late", "1 day late"],
  ["2026-11-22T00:00:00Z", false, "today", "today"],
  ["2026-11-22T14:59:00Z", true, "late", "late since today"],
  ["2026-11-22T15:01:00Z", true, "today", "today"],
  ["2026-11-23T00:00:00Z", false, "soon", "tomorrow"],
  ["2026-11-27T09:00:00Z", true, "soon", "in 5 days"],
  ["2026-11-29T23:00:00Z", true, "soon", "in 7 days"],
  ["2026-11-30T00:00:00Z", false, "later", "in 8 days"],
] as const)("due %s (with time: %s): %s, %s", (due, dueHasTime, stretch, word) => {
  const task = { dueAt: new Date(due), dueHasTime }
  expect(isLate(task, now)).toBe(stretch === "late")
  expect(dueStretchOf(task, now)).toBe(stretch)
  expect(dueWord(task, now)).toBe(word)
})

test("a task without a day is never late", () => {
  expect(isLate({ dueAt: null, dueHasTime: false }, now)).toBe(false)
  expect(dueWord({ dueAt: null, dueHasTime: false }, now)).toBeNull()
  expect(dueStretchOf({ dueAt: null, dueHasTime: false }, now)).toBe("never")
})

test.each([
  ["2026-11-23T09:00:00Z", 15, "2026-11-23T08:45:00Z"],
  ["2026-11-23T09:00:00Z", 0, "2026-11-23T09:00:00Z"],
  ["2026-11-23T09:00:00Z", 1440, "2026-11-22T09:00:00Z"],
  ["2026-11-23T09:00:00Z", null, null],
  ["2026-11-23T09:00:00Z", undefined, null],
  ["2026-11-22T15:00:00Z", 15, null],
  ["2026-11-20T15:00:00Z", 15, null],
] as const)("an appointment at %s with %s minutes' notice reminds at %s", (at, remind, reminds) => {
  const remindAt = remindAtOf({ at: new Date(at), remind }, now)
  expect(remindAt).toEqual(reminds && new Date(reminds))
  expect(remindOf({ at: new Date(at), remindAt })).toBe(reminds ? String(remind) : "")
})
