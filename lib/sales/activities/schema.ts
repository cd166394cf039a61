import { z } from "zod"
import { dayOf, idList, lineOf, lineOrNull, linesOf, linesOrNone, momentOf, momentOrNull, wholeNumber } from "@/lib/platform/form-shapes"

export const salesNouns = ["lead", "opportunity", "account", "contact"] as const
export type SalesNoun = (typeof salesNouns)[number]

const about = { about: z.enum(salesNouns), id: z.uuid() }
const activity = { activityId: z.uuid(), version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) }
const text = linesOf("note", 4000, "Write something first")
const details = linesOrNone("text", 4000)
const subject = lineOf("subject", 200, "Enter a subject")
const people = idList(50).optional()

/** How long before an appointment somebody is reminded of it, in minutes. */
export const remindChoices = { 0: "When it starts", 15: "15 minutes before", 60: "1 hour before", 1440: "1 day before" } as const
const remindMinutes = Object.keys(remindChoices) as `${keyof typeof remindChoices}`[]

const taskFields = {
  subject,
  text: details,
  due: z
    .union([z.literal("").transform(() => null), dayOf("Choose a day")], "Choose a day")
    .nullish()
    .transform((day) => day ?? null),
  dueTime: z
    .union([z.literal("").transform(() => null), z.iso.time({ precision: -1, error: "Enter a time, such as 09:30" })])
    .nullish()
    .transform((time) => time ?? null),
  remindAt: momentOrNull("Choose a day and a time"),
  ownerId: z.uuid("Choose who is to do it"),
}
const callFields = {
  subject,
  text: details,
  direction: z.enum(["outgoing", "incoming"], "Choose a direction"),
  at: momentOf("Choose a day and a time"),
  minutes: z
    .union([z.literal("").transform(() => null), wholeNumber("Enter whole minutes, from 1 to 1440", 1, 1440)])
    .nullish()
    .transform((minutes) => minutes ?? null),
}
const appointmentFields = {
  subject,
  text: details,
  at: momentOf("Choose when it starts"),
  endAt: momentOf("Choose when it ends"),
  remind: z.union([z.literal("").transform(() => null), z.enum(remindMinutes).transform(Number)], "Choose when to be reminded").nullish(),
  place: lineOrNull("place", 200),
}

export const AddNote = z.object({ ...about, text, mentions: people, attachments: idList(100).optional() })
export const AddTask = z.object({ ...about, ...taskFields })
export const LogCall = z.object({ ...about, ...callFields })
export const AddAppointment = z.object({ ...about, ...appointmentFields })

export const EditNote = z.object({ ...activity, text, mentions: people })
export const EditTask = z.object({ ...activity, ...taskFields })
export const EditCall = z.object({ ...activity, ...callFields })
export const EditAppointment = z.object({ ...activity, ...appointmentFields })

export const ActivityRef = z.object(activity)
export const AttachmentRef = z.object({ attachmentId: z.uuid() })

export type AboutRecord = { about: SalesNoun; id: string }
export type AddNote = z.output<typeof AddNote>
export type AddTask = z.output<typeof AddTask>
export type LogCall = z.output<typeof LogCall>
export type AddAppointment = z.output<typeof AddAppointment>
export type EditNote = z.output<typeof EditNote>
export type EditTask = z.output<typeof EditTask>
export type EditCall = z.output<typeof EditCall>
export type EditAppointment = z.output<typeof EditAppointment>
export type ActivityRef = z.output<typeof ActivityRef>
export type AttachmentRef = z.output<typeof AttachmentRef>
