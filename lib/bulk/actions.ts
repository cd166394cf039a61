"use server"

import { staffAction } from "@/lib/identity/action"
import { beginRun as beginRunCommand } from "./begin-run"
import { chooseAll as chooseAllCommand, chooseItem as chooseItemCommand } from "./choose-items"
import { startRun as startRunCommand, stopRun as stopRunCommand, undoRun as undoRunCommand } from "./move-run"
import { BeginRun, ChooseAll, ChooseItem, OneRun } from "./schema"

export const beginRun = staffAction("run:start", BeginRun, beginRunCommand)

export const chooseItem = staffAction("run:start", ChooseItem, chooseItemCommand)

export const chooseAll = staffAction("run:start", ChooseAll, chooseAllCommand)

export const startRun = staffAction("run:start", OneRun, startRunCommand)

export const stopRun = staffAction("run:start", OneRun, stopRunCommand)

export const undoRun = staffAction("run:start", OneRun, undoRunCommand)
