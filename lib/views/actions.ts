"use server"

import { staffAction } from "@/lib/identity/action"
import { deleteView as deleteViewCommand } from "./delete-view"
import { editView as editViewCommand } from "./edit-view"
import { saveView as saveViewCommand } from "./save-view"
import { DeleteView, EditView, SaveView, UpdateView } from "./schema"
import { updateView as updateViewCommand } from "./update-view"

export const saveView = staffAction("view:save", SaveView, saveViewCommand)

export const updateView = staffAction("view:save", UpdateView, updateViewCommand)

export const editView = staffAction("view:save", EditView, editViewCommand)

export const deleteView = staffAction("view:save", DeleteView, deleteViewCommand)
