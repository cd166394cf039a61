"use server"

import { staffAction } from "@/lib/identity/action"
import { AddNote, addNote as addNoteCommand } from "./add-note"
import { assignLead as assignLeadCommand } from "./leads/assign-lead"
import { AssignLead } from "./leads/schema"

export const assignLead = staffAction("lead:take", AssignLead, assignLeadCommand)

export const addNote = staffAction("note:add", AddNote, addNoteCommand)
