import { Prisma, type Tx } from "@/lib/platform/db"

/** A question whose email has left, that nobody answered and that is still waited for; asked when the email left. */
export type OpenQuestion = { id: string; prospectId: string; leadId: string; subject: string; askedAt: Date; remindedAt: Date | null }

const columns = Prisma.sql`q.id, q.prospect_id as "prospectId", q.lead_id as "leadId", q.subject, coalesce(m.sent_at, q.asked_at) as "askedAt",
  q.reminded_at as "remindedAt"`
/** What never arrived, or came back, asks nobody. */
const mailed = Prisma.sql`join platform.mail m on m.key = 'message:' || q.activity_id and m.state = 'sent'`

/** What some requests still wait for, the oldest first. */
export const listOpenQuestions = (tx: Tx, prospectIds: readonly string[]): Promise<OpenQuestion[]> =>
  prospectIds.length === 0
    ? Promise.resolve([])
    : tx.$queryRaw<OpenQuestion[]>`
        select ${columns} from sales.question q ${mailed}
        where q.prospect_id = any(${[...prospectIds]}::uuid[]) and q.ended_at is null order by q.asked_at, q.id`

/** Questions whose applicants are to be reminded, while their leads are not decided, locked; those asked after `since` and left by `until`. */
export const questionsToRemind = ({ since, until, atOnce }: { since: Date; until: Date; atOnce: number }): Prisma.Sql => Prisma.sql`
  select ${columns} from sales.question q ${mailed} join sales.lead l on l.id = q.lead_id
  where q.ended_at is null and q.reminded_at is null and q.asked_at > ${since} and q.asked_at <= ${until} and coalesce(m.sent_at, q.asked_at) <= ${until}
    and l.decision_state not in ('met', 'missed')
  order by q.asked_at limit ${atOnce} for update of q skip locked`
