import { Prisma } from "@/lib/platform/db"
import { type Filter, isJoined, parts } from "@/lib/platform/filter"
import type { FieldColumns } from "@/lib/platform/filter-sql"
import type { Likeness } from "../matching/likenesses"
import { gradeSql, pointsSql, type ScoringBook, scoreSql } from "../scoring/score-leads"
import { leadColumns, likenessColumns, matchedSql, policyAsked } from "./condition-sql"
import type { Rule } from "./rule"

const always: Filter = ["and"]

/** Which fields tell when a record came, and what holds of none that just came. */
export type Arrival = { told: readonly string[]; never: Filter }
const ofLeads: Arrival = { told: ["created", "waiting"], never: ["closed", "filled"] }

/** A condition as it stood when its record arrived: nothing that just came in is some days old. */
export function onArrival(filter: Filter, arrival: Arrival = ofLeads): Filter {
  if (isJoined(filter)) return [filter[0], ...parts(filter).map((part) => onArrival(part, arrival))]
  const [name, operator, value = ""] = filter
  if (!arrival.told.includes(name)) return filter
  if (operator === "during") return value.startsWith("this") ? always : arrival.never
  return operator === "last-days" || operator === "today" ? always : operator === "older-days" ? arrival.never : filter
}

/** The fields of a lead `l` as they stood when it arrived, as far as that is known: New, owned by nobody, not closed, with the score that today's rules give it. */
function arrivedColumns(scoring: ScoringBook | undefined, now: Date, answers: Answers): FieldColumns {
  const { status, owner, closed, score, grade } = leadColumns
  if (!status || !owner || !closed || !score || !grade) throw new Error("A field of leads that rules know is gone.")
  const plain: FieldColumns = {
    ...likenessColumns({ ...none, ...answers }),
    status: { ...status, column: Prisma.sql`'new'::sales.lead_status_reason` },
    owner: { ...owner, column: Prisma.sql`null::uuid` },
    closed: { ...closed, column: Prisma.sql`null::timestamptz` },
  }
  if (!scoring?.rules.some(({ isOn }) => isOn)) return plain
  const rules = scoring.rules.map((rule) => ({ ...rule, when: rule.when && onArrival(rule.when) }))
  const points = scoreSql(pointsSql({ rules }, now, plain))
  return { ...plain, score: { ...score, column: points }, grade: { ...grade, column: gradeSql(points, scoring.settings) } }
}

type Answers = Partial<Record<Likeness, Prisma.Sql>>
const no = Prisma.sql`false`
const none = { duplicates: no, likeDisqualified: no, likeKnown: no }

/** The places of the rules that hold for a lead `l` as it stood when it arrived; `answers`: what is known of its matches by then, which is taken for none. */
export const arrivedMatchedSql = (rules: readonly Rule[], scoring: ScoringBook | undefined, now: Date, answers: Answers = {}): Prisma.Sql =>
  matchedSql(
    rules.map((rule) => ({ ...rule, when: rule.when && onArrival(rule.when) })),
    now,
    arrivedColumns(scoring, now, answers),
    policyAsked,
  )
