"use server"

import { staffAction } from "@/lib/identity/action"
import { addMember as addMemberCommand } from "./hierarchies/add-member"
import { changeMemberRole as changeMemberRoleCommand } from "./hierarchies/change-member-role"
import { disableMember as disableMemberCommand } from "./hierarchies/disable-member"
import { editMember as editMemberCommand } from "./hierarchies/edit-member"
import { enableMember as enableMemberCommand } from "./hierarchies/enable-member"
import { removeMember as removeMemberCommand } from "./hierarchies/remove-member"
import { renameHierarchy as renameHierarchyCommand } from "./hierarchies/rename-hierarchy"
import { AddMember, ChangeMemberRole, DisableMember, EditMember, MemberRef, RenameHierarchy } from "./hierarchies/schema"

export const renameHierarchy = staffAction("hierarchy:edit", RenameHierarchy, renameHierarchyCommand)

export const addMember = staffAction("member:edit", AddMember, addMemberCommand)

export const editMember = staffAction("member:edit", EditMember, editMemberCommand)

export const enableMember = staffAction("member:edit", MemberRef, enableMemberCommand)

export const disableMember = staffAction("member:edit", DisableMember, disableMemberCommand)

export const changeMemberRole = staffAction("member:edit", ChangeMemberRole, changeMemberRoleCommand)

export const removeMember = staffAction("member:edit", MemberRef, removeMemberCommand)
