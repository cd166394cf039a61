import type { Staff } from "@/lib/identity/actor"
import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import { getRequestSettings, type RequestSettings } from "./queries"
import type { ChangeRequestSettings } from "./schema"

/** By what the audit knows these settings, of which there is one set. */
export const requestSettingsId = "00000000-0000-7000-8000-726571756573"

const text = (value: readonly string[] | number | null): string | null =>
  value === null ? null : typeof value === "number" ? String(value) : value.join("\n")

/** Changes how requests are dealt with, where nobody else did since the form was opened. */
export async function changeRequestSettings(ctx: Ctx & { actor: Staff }, { version, ...given }: ChangeRequestSettings) {
  const before = await getRequestSettings(ctx.tx)
  if (before.version !== version) throw await overtaken(ctx, requestSettingsId)
  const changes = (Object.keys(given) as (keyof Omit<RequestSettings, "version">)[])
    .map((field) => ({ field, from: text(before[field]), to: text(given[field]) }))
    .filter(({ from, to }) => from !== to)
  if (changes.length === 0) throw new AppError("invalid", "Nothing is different from what holds.")
  const { count } = await ctx.tx.requestSetting.updateMany({ where: { id: 1, version }, data: { ...given, version: { increment: 1 } } })
  if (count === 0) throw await overtaken(ctx, requestSettingsId)
  const record = { kind: "requests" as const, id: requestSettingsId, label: "Requests" }
  auditMove(ctx, { move: "requests.change", record, reason: changes.map(({ field }) => words[field]).join(", "), changes })
  if (changes.some(({ field }) => field.endsWith("Days"))) announce(ctx, "requests.changed", {})
  return { version: version + 1 }
}

const words: Record<keyof Omit<RequestSettings, "version">, string> = {
  rejectReasons: "Usual reasons",
  remindAfterDays: "Applicants are reminded",
  staffAfterDays: "Staff is reminded",
  expireAfterDays: "Requests expire",
  askRemindAfterDays: "Applicants are reminded of questions",
  askExpireAfterDays: "Requests without an answer expire",
}
