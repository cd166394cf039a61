import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { groupBy } from "@/lib/platform/group-by"
import { newId } from "@/lib/platform/ids"
import { inZone } from "@/lib/platform/testing-zone"
import { aLead, anOpportunity, aStaff } from "@/prisma/makers"
import { addAppointment } from "./add-appointment"
import { addNote } from "./add-note"
import { addTask } from "./add-task"
import { getAttachment, sweepAttachments } from "./attachments"
import { deleteActivity } from "./change-activity"
import { completeTask, reopenTask } from "./complete-task"
import { editAppointment, editNote, editTask } from "./edit-activity"
import { getTasks } from "./get-tasks"
import { logCall } from "./log-call"
import { listMyTasks } from "./queries"
import { remindNext } from "./remind"
import { dueStretchOf } from "./rules"
import type { AddTask } from "./schema"
import { readTasksQuery } from "./tasks-query"
import { uploadAttachment } from "./upload-attachment"

const now = new Date("2026-11-22T10:00:00Z")
let maja: Staff
let tomas: Staff
let leadId: string

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomas = await aStaff("seller", { name: "Tomás Herrera" })
  leadId = (await aLead({}, new Date("2026-11-20T10:00:00Z"))).id
})

const as = <Done>(actor: Staff, work: (ctx: Ctx & { actor: Staff }) => Promise<Done>, at = now) =>
  inTransaction(actor, (ctx) => work({ ...ctx, actor }), at)
const told = (person: Staff) => db.notification.findMany({ where: { personId: person.id }, orderBy: { at: "asc" } })
const aTask = (given: Partial<AddTask> = {}, by = maja) =>
  as(by, (ctx) =>
    addTask(ctx, {
      about: "lead",
      id: leadId,
      subject: "Call back",
      text: "",
      due: "2026-11-24",
      dueTime: null,
      remindAt: null,
      ownerId: maja.id,
      ...given,
    }),
  )

describe("notes", () => {
  test("a mention is stored as an id, and tells the person once, also when the note is edited", async () => {
    const typed = "Ask @Tomás Herrera for the price list."
    const { id } = await as(maja, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: typed, mentions: [tomas.id, maja.id] }))
    const note = await db.activity.findUniqueOrThrow({ where: { id } })
    expect(note).toMatchObject({ text: `Ask @{${tomas.id}} for the price list.`, mentions: [tomas.id] })
    expect(await told(tomas)).toMatchObject([{ kind: "mention", text: typed, recordKind: "lead", recordId: leadId, readAt: null }])
    await as(maja, (ctx) => editNote(ctx, { activityId: id, version: 1, text: `${typed} Today.`, mentions: [tomas.id] }))
    expect(await told(tomas)).toHaveLength(1)
    expect(await db.auditEntry.count({ where: { move: "note.edit", recordId: leadId } })).toBe(1)
  })

  test("a colleague neither edits nor deletes it; its author does, once, and the audit keeps who", async () => {
    const { id } = await as(maja, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: "Mine." }))
    await expect(as(tomas, (ctx) => editNote(ctx, { activityId: id, version: 1, text: "Yours." }))).rejects.toThrow(
      "Maja Lindqvist wrote this",
    )
    await expect(as(tomas, (ctx) => deleteActivity(ctx, { activityId: id, version: 1 }))).rejects.toThrow("Maja Lindqvist wrote this")
    const tries = await Promise.allSettled([
      as(maja, (ctx) => editNote(ctx, { activityId: id, version: 1, text: "One." })),
      as(maja, (ctx) => editNote(ctx, { activityId: id, version: 1, text: "Two." })),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await as(maja, (ctx) => deleteActivity(ctx, { activityId: id, version: 2 }))
    expect(await db.activity.findUnique({ where: { id } })).toBeNull()
    expect(await db.auditEntry.findFirst({ where: { move: "note.delete" } })).toMatchObject({
      actorName: "Maja Lindqvist",
      recordId: leadId,
    })
  })

  test("a note on a record that is not there is not found", async () => {
    await expect(as(maja, (ctx) => addNote(ctx, { about: "contact", id: newId(), text: "?" }))).rejects.toThrow("There is no such contact.")
  })
})

describe("files", () => {
  const upload = (by: Staff, name = "terms.pdf", bytes = "%PDF") =>
    as(by, (ctx) => uploadAttachment(ctx, { name, bytes: new TextEncoder().encode(bytes) }))

  test("a file waits for its owner's note, belongs to it from then on, and goes with it", async () => {
    const file = await upload(maja, "../Terms <1>.pdf")
    expect(file).toMatchObject({ name: "Terms 1 .pdf", size: 4 })
    expect(await getAttachment(tomas, file.id)).toBeNull()
    await expect(as(tomas, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: "Mine now", attachments: [file.id] }))).rejects.toThrow(
      "A file is no longer here.",
    )
    const { id } = await as(maja, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: "Terms", attachments: [file.id] }))
    expect(Buffer.from((await getAttachment(tomas, file.id))?.bytes ?? []).toString()).toBe("%PDF")
    await expect(as(maja, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: "Again", attachments: [file.id] }))).rejects.toThrow()
    await as(maja, (ctx) => deleteActivity(ctx, { activityId: id, version: 1 }))
    expect(await getAttachment(maja, file.id)).toBeNull()
    expect(await db.attachmentContent.count()).toBe(0)
  })

  test("size and number are limited, each with a sentence, and what waits for a day is swept", async () => {
    await expect(upload(maja, "empty.txt", "")).rejects.toThrow("This file is empty.")
    await expect(upload(maja, "large.bin", "x".repeat(10 * 1_048_576 + 1))).rejects.toThrow("A file may have 10 MB at most.")
    const files = await Promise.all(Array.from({ length: 11 }, (_, at) => upload(tomas, `${at}.txt`)))
    const attachments = files.map(({ id }) => id)
    await expect(as(tomas, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: "All", attachments }))).rejects.toThrow(
      "A note takes 10 files at most. Remove 1 first.",
    )
    await as(tomas, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: "Ten", attachments: attachments.slice(1) }))
    expect(await sweepAttachments(now)).toBe(0)
    expect(await sweepAttachments(new Date("2026-11-23T10:00:01Z"))).toBe(1)
  })
})

describe("tasks", () => {
  test("given by a colleague, they are told of; done, they stand in the story at that hour; open again, where they were", async () => {
    const { id } = await aTask({ ownerId: tomas.id })
    expect((await told(tomas)).at(-1)).toMatchObject({ kind: "task_assigned", text: "Call back", actorName: "Maja Lindqvist" })
    const later = new Date("2026-11-22T12:00:00Z")
    await as(tomas, (ctx) => completeTask(ctx, { activityId: id, version: 1 }), later)
    expect(await db.activity.findUnique({ where: { id } })).toMatchObject({
      at: later,
      doneAt: later,
      doneByName: "Tomás Herrera",
      version: 2,
    })
    await expect(as(maja, (ctx) => completeTask(ctx, { activityId: id, version: 2 }))).rejects.toThrow("done already")
    await as(maja, (ctx) => reopenTask(ctx, { activityId: id, version: 2 }), later)
    expect(await db.activity.findUnique({ where: { id } })).toMatchObject({ at: now, doneAt: null, doneByName: null })
    const moves = await db.auditEntry.findMany({ where: { move: { startsWith: "task." } }, orderBy: { id: "asc" } })
    expect(moves.map(({ move, to }) => `${move} ${to}`)).toEqual(["task.complete Call back", "task.reopen Call back"])
  })

  test("two who complete one at once: it is done once", async () => {
    const { id } = await aTask()
    const tries = await Promise.allSettled([1, 2].map(() => as(maja, (ctx) => completeTask(ctx, { activityId: id, version: 1 }))))
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await db.auditEntry.count({ where: { move: "task.complete", at: now } })).toBe(1)
  })

  test("only somebody who writes on records gets one, and a time needs its day", async () => {
    const auditor = await aStaff("auditor")
    await expect(aTask({ ownerId: auditor.id })).rejects.toThrow("Choose somebody who works in Sales.")
    await expect(aTask({ due: null, dueTime: "10:00" })).rejects.toThrow("Choose the day too.")
  })

  test("my tasks: the latest first, those without a day last, each with its record", async () => {
    const me = await aStaff("seller")
    const opportunity = await anOpportunity(me, {}, now)
    for (const [subject, due] of [
      ["Third", null],
      ["Second", "2026-11-23"],
      ["First", "2026-11-19"],
    ] as const)
      await aTask({ about: "opportunity", id: opportunity.id, subject, due, ownerId: me.id }, me)
    const tasks = await listMyTasks(me, now, 2)
    expect(tasks).toMatchObject([
      { subject: "First", isLate: true, due: "3 days late", record: { kind: "opportunity", id: opportunity.id, label: opportunity.topic } },
      { subject: "Second", isLate: false, due: "tomorrow" },
    ])
    expect((await listMyTasks(me, now, 10)).map(({ subject }) => subject)).toEqual(["First", "Second", "Third"])
  })
})

describe("the list of tasks", () => {
  test("tells all that is open and when it is due, by the calendar of whoever looks", async () => {
    const me = await aStaff("seller")
    for (const [subject, due, dueTime] of [
      ["Before now", "2026-11-22", "09:59"],
      ["After now", "2026-11-22", "10:01"],
      ["Yesterday", "2026-11-21", null],
      ["Today", "2026-11-22", null],
      ["In a week", "2026-11-29", "23:59"],
      ["Later", "2026-11-30", null],
      ["Some day", null, null],
    ] as const)
      await aTask({ subject, due, dueTime, ownerId: me.id }, me)
    const { id } = await aTask({ subject: "Done", due: "2026-11-01", ownerId: me.id }, me)
    await as(me, (ctx) => completeTask(ctx, { activityId: id, version: 1 }))
    const view = await getTasks(me, { of: null, rows: 100 }, now)
    expect(view).toMatchObject({ isMine: true, moreHref: null, colleagues: [] })
    expect(view?.counts).toEqual({ open: 7, late: 2, today: 2, soon: 1, later: 1, never: 1 })
    expect(view?.tasks.filter(({ isLate }) => isLate).map(({ subject }) => subject)).toEqual(["Yesterday", "Before now"])
    const inAuckland = (at: Date) => inZone("Pacific/Auckland", () => getTasks(me, { of: null, rows: 100 }, at))
    expect((await inAuckland(now))?.counts).toEqual({ open: 7, late: 2, today: 2, soon: 0, later: 2, never: 1 })
    // There the day after has begun.
    const later = new Date("2026-11-22T11:00:00Z")
    const theirs = await inAuckland(later)
    expect(theirs?.counts).toEqual({ open: 7, late: 4, today: 0, soon: 2, later: 0, never: 1 })
    for (const [stretch, tasks] of await inZone("Pacific/Auckland", async () =>
      groupBy(theirs?.tasks ?? [], (task) => dueStretchOf(task, later)),
    ))
      expect(tasks, stretch).toHaveLength(theirs?.counts[stretch] ?? 0)
  })

  test("is one's own; who leads them sees a colleague's", async () => {
    const [seller, manager] = [await aStaff("seller"), await aStaff("sales_manager")]
    await aTask({ subject: "Theirs", ownerId: seller.id }, seller)
    expect((await getTasks(manager, { of: seller.id, rows: 100 }, now))?.tasks.map(({ subject }) => subject)).toEqual(["Theirs"])
    expect((await getTasks(manager, { of: null, rows: 100 }, now))?.tasks).toEqual([])
    expect((await getTasks(seller, { of: manager.id, rows: 100 }, now))?.of.id).toBe(seller.id)
    expect(await getTasks(manager, { of: newId(), rows: 100 }, now)).toBeNull()
  })

  test("leads on to more of them", async () => {
    const me = await aStaff("seller")
    for (const subject of ["a", "b", "c"]) await aTask({ subject, ownerId: me.id }, me)
    const view = await getTasks(me, { of: null, rows: 2 }, now)
    expect(view?.tasks).toHaveLength(2)
    expect(view?.moreHref).toBe("/sales/tasks?rows=102")
    expect([readTasksQuery({}), readTasksQuery({ rows: "102" }), readTasksQuery({ rows: "1e9", of: "x" })]).toEqual([
      { of: null, rows: 100 },
      { of: null, rows: 200 },
      { of: null, rows: 100 },
    ])
  })
})

describe("reminders", () => {
  const due = new Date("2026-11-22T13:00:00Z")
  const at = (hour: Date) => () => hour

  test("each is given once by four workers that race, when it is due and not before", async () => {
    const me = await aStaff("seller")
    const subjects = ["a", "b", "c", "d", "e"]
    for (const subject of subjects) await aTask({ subject, ownerId: me.id, remindAt: due }, me)
    expect(await remindNext(at(new Date(due.getTime() - 1)))).toBe(false)
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        while (await remindNext(at(due))) {}
      }),
    )
    const given = await told(me)
    expect(given.map(({ kind }) => kind)).toEqual(subjects.map(() => "reminder"))
    expect(given.map(({ text }) => text).sort()).toEqual(subjects)
    expect(given[0]).toMatchObject({ actorName: "Gangway", recordId: leadId, at: due })
  })

  test("a done task reminds nobody; a reminder that is moved is given again", async () => {
    const me = await aStaff("seller")
    const { id } = await aTask({ ownerId: me.id, remindAt: due }, me)
    await as(me, (ctx) => completeTask(ctx, { activityId: id, version: 1 }))
    expect(await remindNext(at(due))).toBe(false)
    await as(me, (ctx) => reopenTask(ctx, { activityId: id, version: 2 }))
    expect(await remindNext(at(due))).toBe(true)
    const later = new Date("2026-11-22T14:00:00Z")
    const given = { subject: "Call back", text: "", due: null, dueTime: null, remindAt: later, ownerId: me.id }
    await as(me, (ctx) => editTask(ctx, { activityId: id, version: 3, ...given }))
    expect(await remindNext(at(later))).toBe(true)
    expect(await told(me)).toHaveLength(2)
  })
})

describe("the reminder of an appointment", () => {
  const visit = { about: "lead" as const, subject: "Visit", text: "", place: null, at: due("11:00"), endAt: due("12:00") }
  const at = (hour: Date) => () => hour

  test("is given to whoever wrote it down, once, and again where the appointment is moved", async () => {
    const me = await aStaff("seller")
    const { id } = await as(me, (ctx) => addAppointment(ctx, { ...visit, id: leadId, remind: 15 }))
    expect(await remindNext(at(due("10:44")))).toBe(false)
    expect(await remindNext(at(due("10:45")))).toBe(true)
    expect(await remindNext(at(due("10:45")))).toBe(false)
    expect(await told(me)).toMatchObject([{ kind: "reminder", text: "Visit", recordId: leadId }])
    const { about, ...moved } = { ...visit, at: due("15:00"), endAt: due("16:00") }
    await as(me, (ctx) => editAppointment(ctx, { activityId: id, version: 1, ...moved, remind: 60 }))
    expect(await remindNext(at(due("14:00")))).toBe(true)
    await as(me, (ctx) => editAppointment(ctx, { activityId: id, version: 2, ...moved, subject: "Visit, with samples", remind: 60 }))
    expect(await remindNext(at(due("14:30")))).toBe(false)
    expect(await told(me)).toHaveLength(2)
  })

  test("is taken away, and none is given of what has begun already", async () => {
    const me = await aStaff("seller")
    const { id } = await as(me, (ctx) => addAppointment(ctx, { ...visit, id: leadId, remind: 0 }))
    const { about, ...same } = visit
    await as(me, (ctx) => editAppointment(ctx, { activityId: id, version: 1, ...same, remind: null }))
    await as(me, (ctx) => addAppointment(ctx, { ...visit, id: leadId, remind: 1440 }), due("11:30"))
    expect(await remindNext(at(due("18:00")))).toBe(false)
    expect(await told(me)).toEqual([])
  })

  test("a note or a call has none, whatever is written", async () => {
    const { id } = await as(maja, (ctx) => addNote(ctx, { about: "lead", id: leadId, text: "Nothing to remember", mentions: [] }))
    await expect(db.activity.update({ where: { id }, data: { remindAt: due("09:00") } })).rejects.toThrow(
      "activity_only_what_lies_ahead_reminds",
    )
  })
})

test("calls stand where they were made; an appointment ends after it starts", async () => {
  const made = new Date("2026-11-20T09:00:00Z")
  const about = { about: "lead" as const, id: leadId, text: "" }
  const call = await as(maja, (ctx) => logCall(ctx, { ...about, subject: "Terms", direction: "incoming", at: made, minutes: 12 }))
  expect(await db.activity.findUnique({ where: { id: call.id } })).toMatchObject({
    kind: "phone_call",
    at: made,
    createdAt: now,
    minutes: 12,
  })
  const visit = { ...about, subject: "Visit", at: due("11:00"), place: "Setúbal" }
  await expect(as(maja, (ctx) => addAppointment(ctx, { ...visit, endAt: due("10:00") }))).rejects.toThrow("It ends before it starts.")
  await as(maja, (ctx) => addAppointment(ctx, { ...visit, endAt: due("12:00") }))
})

const due = (time: string) => new Date(`2026-11-25T${time}:00Z`)
