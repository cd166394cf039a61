import { z } from "zod"
import { cleanLine, textProblem } from "@/lib/platform/clean-text"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { dayOf } from "@/lib/platform/form-shapes"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { startOfDay } from "@/lib/platform/zone"
import { readBelonging } from "./belonging"

const id = z.uuid()

/** One line that people read: cleaned, and refused with a sentence about its subject. */
const line = (subject: string, missing: string, max: number) =>
  z.string(missing).transform((typed, check) => {
    const cleaned = cleanLine(typed)
    const problem = cleaned === "" ? missing : textProblem(cleaned, { max })
    if (!problem) return cleaned
    check.addIssue({ code: "custom", message: cleaned === "" ? missing : `${subject} ${problem}` })
    return z.NEVER
  })

const firstName = line("The first name", "Enter the first name", 50)
const lastName = line("The last name", "Enter the last name", 50)
const role = z.enum(["admin", "user"], "Choose a role")

/** An email address as it was typed becomes the one by which people are told apart. */
const email = z.string("Enter the email").transform((typed, check) => {
  const problem = typed.trim() === "" ? "Enter the email" : emailProblem(typed)
  if (!problem) return canonicalEmail(typed)
  check.addIssue({ code: "custom", message: problem })
  return z.NEVER
})

export const RenameHierarchy = z.object({ hierarchyId: id, name: line("The name", "Enter the name", 100) })
export type RenameHierarchy = z.output<typeof RenameHierarchy>

/** An outlet; empty for the organization itself. */
const atOutlet = z
  .union([z.literal(""), id])
  .optional()
  .transform((typed) => typed || null)

export const AddMember = z.object({ hierarchyId: id, firstName, lastName, email, role, outletId: atOutlet })
export type AddMember = z.output<typeof AddMember>

export const EditMember = z.object({ hierarchyId: id, memberId: id, firstName, lastName, role })
export type EditMember = z.output<typeof EditMember>

export const MemberRef = z.object({ hierarchyId: id, memberId: id })
export type MemberRef = z.output<typeof MemberRef>

/** A day as a form gives it; null for none. */
const day = z
  .union([z.literal(""), dayOf("Enter a date, such as 2026-11-30")], "Enter a date, such as 2026-11-30")
  .default("")
  .transform((typed) => (typed === "" ? null : startOfDay(viewerZone(), typed)))

export const DisableMember = MemberRef.extend({ reason: line("The reason", "Say why", 500), until: day })
export type DisableMember = z.output<typeof DisableMember>

export const ChangeMemberRole = MemberRef.extend({ role })
export type ChangeMemberRole = z.output<typeof ChangeMemberRole>

const noChannel = "Choose at least one channel, or All channels"

/** Channels by their codes, or all of them: said, and never what saying nothing means. */
const channels = z
  .string(noChannel)
  .max(4000)
  .transform((typed, check) => {
    const belonging = readBelonging(typed)
    if (belonging) return belonging
    check.addIssue({ code: "custom", message: noChannel })
    return z.NEVER
  })

export const ChangeBelonging = z
  .object({ hierarchyId: id, channels, seen: channels })
  .transform(({ channels: belonging, ...rest }) => ({ ...rest, belonging }))
export type ChangeBelonging = z.output<typeof ChangeBelonging>

export const CreateHierarchy = z
  .object({ organizationId: id, name: line("The name", "Enter the name", 100), adminId: id, channels })
  .transform(({ channels: belonging, ...rest }) => ({ ...rest, belonging }))
export type CreateHierarchy = z.output<typeof CreateHierarchy>

export const DeleteHierarchy = z.object({ hierarchyId: id })
export type DeleteHierarchy = z.output<typeof DeleteHierarchy>

const ticked = z
  .literal("on")
  .optional()
  .transform((box) => box === "on")

export const AddOutlet = z.object({
  hierarchyId: id,
  customerId: z.uuid("Choose an organization"),
  parentId: atOutlet,
  withPeople: ticked,
})
export type AddOutlet = z.output<typeof AddOutlet>

export const OutletRef = z.object({ hierarchyId: id, outletId: id })
export type OutletRef = z.output<typeof OutletRef>

export const MoveOutlet = OutletRef.extend({ parentId: atOutlet })
export type MoveOutlet = z.output<typeof MoveOutlet>

export const PlaceMember = MemberRef.extend({ outletId: atOutlet })
export type PlaceMember = z.output<typeof PlaceMember>
