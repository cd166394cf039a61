"use server"

import { staffAction } from "@/lib/identity/action"
import { CancelExport, cancelExport as cancelExportCommand } from "./cancel-export"
import { beginImport as beginImportCommand, finishUpload as finishUploadCommand } from "./import/begin-import"
import { startImport as startImportCommand, stopImport as stopImportCommand, undoImport as undoImportCommand } from "./import/move-import"
import { mapColumns as mapColumnsCommand, setPolicy as setPolicyCommand } from "./import/prepare-import"
import { BeginImport, MapColumns, OneImport, SetPolicy } from "./import/schema"
import { KeepSelection, keepSelection as keepSelectionCommand } from "./keep-selection"

export const cancelExport = staffAction("list:export", CancelExport, cancelExportCommand)

export const keepSelection = staffAction("list:export", KeepSelection, keepSelectionCommand)

export const beginImport = staffAction("lead:import", BeginImport, beginImportCommand)
export const finishUpload = staffAction("lead:import", OneImport, finishUploadCommand)
export const mapColumns = staffAction("lead:import", MapColumns, mapColumnsCommand)
export const setPolicy = staffAction("lead:import", SetPolicy, setPolicyCommand)
export const startImport = staffAction("lead:import", OneImport, startImportCommand)
export const stopImport = staffAction("lead:import", OneImport, stopImportCommand)
export const undoImport = staffAction("lead:import", OneImport, undoImportCommand)
