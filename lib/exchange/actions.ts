"use server"

import { staffAction } from "@/lib/identity/action"
import { CancelExport, cancelExport as cancelExportCommand } from "./cancel-export"

export const cancelExport = staffAction("list:export", CancelExport, cancelExportCommand)
