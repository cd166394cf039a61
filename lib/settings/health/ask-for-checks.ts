import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { checks } from "./checks"
import type { AskForChecks } from "./schema"

/** Asks the worker to make one check, or all of them, as soon as it can. It changes no record, and so leaves no audit row. */
export async function askForChecks({ tx, actor, now }: Ctx & { actor: Staff }, { key }: AskForChecks) {
  const keys = checks.map((check) => check.key).filter((each) => key === "all" || each === key)
  if (keys.length === 0) throw new AppError("not_found", "There is no such check.")
  await tx.houseCheck.createMany({ data: keys.map((each) => ({ key: each })), skipDuplicates: true })
  await tx.houseCheck.updateMany({ where: { key: { in: keys } }, data: { askedAt: now, askedBy: actor.name } })
  return { asked: keys.length }
}
