import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import type { MoveName } from "@/lib/platform/move-words"
import { overtaken } from "@/lib/platform/overtaken"
import { startRescore } from "../scoring/start-rescore"
import { bookChanges } from "./changes"
import { checkBook, isSameBook } from "./check-book"
import { type AnyKind, kindOf, type RuleKind } from "./kinds"
import { namesOf } from "./names"
import { emptyBook, peopleOf } from "./queries"
import type { Book } from "./rule"
import { refusalToEditRules } from "./rules"
import type { PublishRules, RestoreRules, RulesRef, SaveRules } from "./schema"

type By = Ctx & { actor: Staff }
/** What is asked, of a kind of Sales by its name, or of one that another room brings along. */
type Of<Input extends { kind: RuleKind }> = Omit<Input, "kind"> & { kind: RuleKind | AnyKind }

/** Keeps what somebody is writing. It does not hold until it is published. */
export async function saveRules(ctx: By, { kind: asked, draftVersion, draft }: Of<SaveRules>) {
  const { kind, set } = await open(ctx, asked, draftVersion)
  const book = checked(kind, draft)
  await keepDraft(ctx, set, book)
  audit(ctx, "rules.save", kind, set.id)
  return { draftVersion: set.draftVersion + 1 }
}

/** Throws the draft away: it says again what holds. */
export async function discardRules(ctx: By, { kind: asked, draftVersion }: Of<RulesRef>) {
  const { kind, set, holding } = await open(ctx, asked, draftVersion)
  await keepDraft(ctx, set, holding)
  audit(ctx, "rules.discard", kind, set.id)
  return { draftVersion: set.draftVersion + 1 }
}

/** Makes the draft hold, as a version with the next number. */
export async function publishRules(ctx: By, { kind: asked, draftVersion, draft }: Of<PublishRules>) {
  const { kind, set, holding } = await open(ctx, asked, draftVersion)
  const book = checked(kind, draft ?? set.draft)
  if (isSameBook(book, holding)) throw new AppError("conflict", "Nothing was changed since the version that holds.")
  if (draft !== undefined) await keepDraft(ctx, set, book)
  return publish(ctx, kind, set, { book, holding, restored: null })
}

/** Makes the rules of an earlier version hold again, as a version with the next number; the draft says the same. */
export async function restoreRules(ctx: By, { kind: asked, draftVersion, number }: Of<RestoreRules>) {
  const { kind, set, holding } = await open(ctx, asked, draftVersion)
  const earlier = await ctx.tx.ruleVersion.findUnique({ where: { kind_number: { kind: kind.key, number } }, select: { book: true } })
  if (!earlier) throw notFound("version")
  const { book } = checkBook(kind, earlier.book)
  if (isSameBook(book, holding)) throw new AppError("conflict", `What holds says the same as version ${number}.`)
  await keepDraft(ctx, set, book)
  return publish(ctx, kind, set, { book, holding, restored: number })
}

type Set = { id: string; draft: Prisma.JsonValue; draftVersion: number; published: number | null }

/** The set, locked until commit, if it is still as it was on the screen; and the book that holds. */
async function open(ctx: By, asked: RuleKind | AnyKind, draftVersion: number): Promise<{ kind: AnyKind; set: Set; holding: Book }> {
  const kind = kindOf(asked)
  insist(refusalToEditRules(ctx.actor, kind.edits))
  const { tx } = ctx
  const { key } = kind
  await tx.$executeRaw`
    insert into sales.rule_set (id, kind, draft, draft_version) values (${newId()}::uuid, ${key}, ${JSON.stringify(emptyBook(kind))}::jsonb, 0)
    on conflict (kind) do nothing`
  await tx.$executeRaw`select 1 from sales.rule_set where kind = ${key} for update`
  const set = await tx.ruleSet.findUniqueOrThrow({ where: { kind: key } })
  if (set.draftVersion !== draftVersion) throw await overtaken(ctx, set.id)
  const version = set.published
    ? await tx.ruleVersion.findUnique({ where: { kind_number: { kind: key, number: set.published } }, select: { book: true } })
    : null
  return { kind, set, holding: version ? checkBook(kind, version.book).book : emptyBook(kind) }
}

function checked(kind: AnyKind, given: unknown): Book {
  const { book, problems } = checkBook(kind, given)
  const [problem] = Object.values(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
  return book
}

const asJson = (book: Book) => JSON.parse(JSON.stringify(book)) as Prisma.InputJsonValue

async function keepDraft({ tx }: Ctx, { id }: Set, book: Book): Promise<void> {
  await tx.ruleSet.update({ where: { id }, data: { draft: asJson(book), draftVersion: { increment: 1 } } })
}

function audit(ctx: By, move: MoveName, kind: AnyKind, id: string, more: { from?: string; to?: string; reason?: string } = {}): void {
  auditMove(ctx, { move, record: { kind: "rules", id, label: kind.title }, ...more })
}

type Publication = { book: Book; holding: Book; restored: number | null }

async function publish(ctx: By, kind: AnyKind, set: Set, { book, holding, restored }: Publication) {
  const { tx, actor, now } = ctx
  const number = (set.published ?? 0) + 1
  const names = namesOf(await peopleOf(tx, kind, book, holding), kind.subject)
  const changes = [...(restored ? [`Restored version ${restored}.`] : []), ...bookChanges(kind, holding, book, names)]
  await tx.ruleVersion.create({
    data: { kind: kind.key, number, book: asJson(book), changes, at: now, actorId: actor.id, actorName: actor.name, restored },
  })
  const { draftVersion } = await tx.ruleSet.update({ where: { id: set.id }, data: { published: number, draftVersion: { increment: 1 } } })
  const from = set.published ? `Version ${set.published}` : undefined
  const reason = changes.join(" ").slice(0, 2000)
  audit(ctx, restored ? "rules.restore" : "rules.publish", kind, set.id, { from, to: `Version ${number}`, reason })
  if (kind.key === "scoring") await startRescore(ctx, number)
  return { number, draftVersion }
}
