import { postLetter } from "@/lib/mail/post-letter"
import { cleanLine } from "@/lib/platform/clean-text"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { type BulkKind, type BulkList, bulkKinds, countedRecords } from "./kinds"
import type { RunJob } from "./run-job"

type Told = { id: string; name: string; email: string; given: number; taken: number; changed: number }

/** Whose records a run of somebody else changed, and how many: given to them, taken from them, or theirs and changed. */
const ownersTold = (tx: Tx, runId: string, by: string): Promise<Told[]> => tx.$queryRaw<Told[]>`
  with item as (
    select owner_id as owner, nullif(before->>'ownerId', '')::uuid as was, coalesce(before ? 'ownerId', false) as moved
    from platform.bulk_item where run_id = ${runId}::uuid and result = 'done'),
  told as (
    select owner as id, 1 as given, 0 as taken, 0 as changed from item where moved and owner is distinct from was
    union all select was, 0, 1, 0 from item where moved and owner is distinct from was
    union all select owner, 0, 0, 1 from item where not moved or owner is not distinct from was)
  select p.id, p.name, p.email, sum(t.given)::int as given, sum(t.taken)::int as taken, sum(t.changed)::int as changed
  from told t join platform.person p on p.id = t.id and p.disabled_at is null and p.staff_role is not null
  where t.id <> ${by}::uuid group by p.id order by p.name`

const bellKey = (runId: string, personId: string) => `run:${runId}:${personId}`

/** One mail and one notification to each owner, however many of their records there were. The mail waits as the run's other mails do. */
export async function tellOwners(ctx: Ctx, { id, list, kind, title, personId }: RunJob, until: Date): Promise<void> {
  for (const owner of await ownersTold(ctx.tx, id, personId)) {
    const text = sentenceOf(list as BulkList, kind as BulkKind, owner)
    ctx.ledger.notifications.push({
      id: newId(),
      key: bellKey(id, owner.id),
      kind: "run",
      person_id: owner.id,
      at: ctx.now,
      actor_name: ctx.actor.name,
      record_kind: "run",
      record_id: id,
      record_label: title,
      text,
      read_at: null,
    })
    postLetter(
      { ...ctx, heldUntil: until },
      {
        letter: "run-digest",
        subjectId: `${id}:${owner.id}`,
        to: { address: owner.email, name: cleanLine(owner.name) },
        words: { run: cleanLine(title), by: cleanLine(ctx.actor.name) },
        about: { runId: id, personId: owner.id, text },
        recordIds: [id],
        holdSeconds: 1,
      },
    )
  }
}

function sentenceOf(list: BulkList, kind: BulkKind, { given, taken, changed }: Pick<Told, "given" | "taken" | "changed">): string {
  const count = (number: number) => countedRecords(list, number)
  const was = (number: number) => (number === 1 ? "was" : "were")
  return [
    given > 0 && `${count(given)} ${was(given)} given to you.`,
    taken > 0 && `${count(taken)} of yours ${was(taken)} given to others.`,
    changed > 0 && `${count(changed)} of yours ${was(changed)} ${bulkKinds[kind].done.toLowerCase()}.`,
  ]
    .filter(Boolean)
    .join(" ")
}

/** Takes back what owners were told of a run that is taken back: the mails are canceled, the notifications go. */
export async function cancelTold({ tx, ledger }: Ctx, runId: string): Promise<void> {
  await tx.$executeRaw`
    update platform.mail set state = 'canceled' where record_ids @> array[${runId}::uuid] and letter = 'run-digest' and state in ('waiting', 'held')`
  const mails = await tx.$queryRaw<{ personId: string }[]>`
    select about->>'personId' as "personId" from platform.mail where record_ids @> array[${runId}::uuid] and letter = 'run-digest'`
  const keys = mails.map(({ personId }) => bellKey(runId, personId))
  if (keys.length === 0) return
  await tx.$executeRaw`delete from platform.notification where key in (${Prisma.join(keys)})`
  for (const { personId } of mails) ledger.touch("notification", personId)
}
