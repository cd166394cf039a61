import { beforeAll, describe, expect, test } from "vitest"
import { deedOf } from "@/lib/bulk/deeds"
import { countMatching, listRunItems, listRuns } from "@/lib/bulk/queries"
import type { RunJob } from "@/lib/bulk/run-job"
import { customerSource } from "@/lib/commerce/customers/customer-source"
import { countDrift } from "@/lib/commerce/drift/count-drift"
import { findOrganizations } from "@/lib/commerce/hierarchies/find-organizations"
import { hierarchySource } from "@/lib/commerce/hierarchies/hierarchy-source"
import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { countProspects } from "@/lib/commerce/prospects/queries"
import { overridableKeys } from "@/lib/commerce/side-by-side/compared"
import { readMemberValues } from "@/lib/commerce/side-by-side/member-values"
import { listColleagues } from "@/lib/identity/list-colleagues"
import { db, pool } from "@/lib/platform/db"
import type { Field } from "@/lib/platform/fields"
import { type Filter, filterText, type Operator, operatorsOf, operatorTakes } from "@/lib/platform/filter"
import { newId } from "@/lib/platform/ids"
import { neighbours } from "@/lib/platform/keyset"
import { countWork, readWork } from "@/lib/platform/lanes"
import { type ListQuery, readListQuery, sortsOf } from "@/lib/platform/list-query"
import { type ListSource, listingOf, listNeighbours, readList, readListOn } from "@/lib/platform/list-source"
import { mergedInto } from "@/lib/platform/merged-record"
import { inZone } from "@/lib/platform/testing-zone"
import { walkAlong } from "@/lib/platform/walk"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { matchLead } from "@/lib/sales/accounts/match-lead"
import { countTasks, listMyTasks } from "@/lib/sales/activities/queries"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { findContacts } from "@/lib/sales/contacts/find-contacts"
import { getDashboard } from "@/lib/sales/dashboard/get-dashboard"
import { periodChoices } from "@/lib/sales/dashboard/period"
import { getCarriedOver } from "@/lib/sales/leads/carried-over"
import { leadFields } from "@/lib/sales/leads/fields"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { leadsOfOpportunity } from "@/lib/sales/leads/leads-of-opportunity"
import { findTwins } from "@/lib/sales/matching/find-twins"
import { getSample } from "@/lib/sales/matching/get-sample"
import { type PairKinds, pairKinds, readInboxQuery } from "@/lib/sales/matching/inbox-query"
import { countDuplicates, listPairs } from "@/lib/sales/matching/list-pairs"
import { type Verdict, verdicts } from "@/lib/sales/matching/matching-rules"
import { readFactsOn } from "@/lib/sales/matching/read-facts"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { listOwners } from "@/lib/sales/owners"
import { arrivedMatchedSql } from "@/lib/sales/rule-sets/as-arrived"
import { matchRules } from "@/lib/sales/rule-sets/condition-sql"
import { nextLeads } from "@/lib/sales/rule-sets/rehearse-step"
import { aRule } from "@/lib/sales/rule-sets/testing-rules"
import { nextOpenLeads } from "@/lib/sales/scoring/rescore-step"
import { readAhead, readTimeline, type TimelineOf } from "@/lib/sales/timeline"
import { type TimelineShow, timelineShows } from "@/lib/sales/timeline-shows"
import { timerReads } from "@/lib/sales/timers/watch-timers"
import { searchRecords } from "@/lib/search/search-records"
import { getAuditEntry } from "@/lib/settings/audit/get-entry"
import { auditList } from "@/lib/settings/audit/list"
import { auditListing, getChainState, listAudit } from "@/lib/settings/audit/queries"
import { getTroubles, listQueues } from "@/lib/settings/health/queries"
import { getApproval, listApprovals } from "@/lib/sync/approvals/queries"
import { findWorld } from "@/lib/sync/conversion/find-world"
import { aroundAccounts } from "@/lib/sync/conversion/get-desk"
import { listMergedParts } from "@/lib/sync/get-merged"
import { getMappingPage } from "@/lib/sync/mapping-queries"
import { countWhatCustomerMoves, countWhatMoves } from "@/lib/sync/merge-counts"
import { getOfficeCounts } from "@/lib/sync/office-counts"
import { matchProspects } from "@/lib/sync/prospect-policies/ask-prospects"
import { prospectRuleFields } from "@/lib/sync/prospect-policies/fields"
import { nextProspects } from "@/lib/sync/prospect-policies/rehearse"
import { prospectTimerReads } from "@/lib/sync/prospect-timers/watch-prospects"
import { readUndoable } from "@/lib/sync/read-merge"
import { listReceipts } from "@/lib/sync/receipts"
import { requestReads } from "@/lib/sync/stale-requests/watch-requests"
import { fillWithLeads, plansOf, sinOf, theRunId } from "./testing-plans"

const sources: ListSource[] = [leadSource, opportunitySource, accountSource, contactSource, prospectSource, customerSource, hierarchySource]
const now = new Date()
/** A page, the row that says that there is another, and some slack for what is an estimate. */
const aPage = 60
/** What a filter or a search finds by an index may be sorted when it is little. */
const aFew = 2000
/** What a statement of a page may cost, as the planner reckons: less than a tenth of a second. */
const aPageCosts = 10_000
/** A lane of a seller's own, which no index holds in every order, is sorted as a whole. */
const aLane = 10_000
/** What the planner expects of a ledger that is asked for some records: it does not know that few entries are about each. */
const aLedger = 40_000
/** The same for forty lanes at once, and for a story. */
const aBoardCosts = 25_000
/** Numbers that come after the page may take longer, and are given up when they take too long. */
const aCountCosts = 100_000
let viewerId = ""

beforeAll(async () => {
  viewerId = (await fillWithLeads()).ownerId
}, 120_000)

/** The plans that nobody should have to wait for at a million rows, with what asked for them. */
async function sins(
  asked: readonly [name: string, reads: () => Promise<unknown>][],
  mostSorted: number,
  isDry = false,
  mostCost = aPageCosts,
): Promise<string[]> {
  const found: string[] = []
  for (const [name, reads] of asked) {
    for (const { text, plan } of await plansOf(reads, isDry)) {
      const sin = sinOf(plan, mostSorted, mostCost)
      if (sin)
        found.push(
          `${name}: ${sin}: ${text
            .replace(/\s+/g, " ")
            .replace(/^.* from /, "from ")
            .slice(0, 220)}`,
        )
    }
  }
  return found
}

const { keys } = Object
const queryOf = (source: ListSource, params: Record<string, string>): ListQuery => readListQuery(source.shape, params)
const viewsAndSorts = (source: ListSource) =>
  keys(source.shape.views).flatMap((view) =>
    sortsOf(source.shape, view).flatMap((sort) =>
      ["asc", "desc"].map((dir) => [`${view} by ${sort} ${dir}`, { view, sort, dir }] as const),
    ),
  )

/** Lists that are short by nature may be sorted whole: what is escalated, and what nobody has answered yet. */
const isShort = ({ view, sort }: { view: string; sort: string }) => view === "escalated" || sort === "response"

function valueFor(field: Field, operator: Operator): string {
  if (operator.endsWith("-days")) return "30"
  if (operator === "during") return "this-quarter"
  if (field.kind === "person") return "me"
  if (field.kind === "country") return "PT"
  if (field.codes) return "N30"
  if (field.kind === "channel") return "outlet"
  if (field.words) return keys(field.words)[0] ?? ""
  if (["time", "age", "timer", "day"].includes(field.kind)) return now.toISOString().slice(0, 10)
  return ["money", "percent", "score"].includes(field.kind) ? "100" : "lindqvist"
}

const values = { none: 0, one: 1, two: 2, many: 2 }
function filterOn(name: string, field: Field, operator: Operator): string {
  const given = Array.from({ length: values[operatorTakes(operator)] }, () => valueFor(field, operator))
  return filterText([name, operator, ...given] as Filter)
}
const filtersOf = (source: ListSource): [name: string, filter: string][] =>
  Object.entries(source.shape.fields).flatMap(([name, field]) =>
    operatorsOf(field).map((operator): [string, string] => [`${name} ${operator}`, filterOn(name, field, operator)]),
  )

describe.each(sources.map((source) => [source.shape.key, source] as const))("%s", (_, source) => {
  const read = (params: Record<string, string>) => () => readList(source, viewerId, queryOf(source, params), now)

  test("every view in every order: the first page, the next, the last, the way back, and the neighbours of a record", async () => {
    const asked = viewsAndSorts(source).map(([name, params]) => {
      const query = queryOf(source, params)
      const on = (more: object) => readListOn(source, viewerId, query, { after: null, before: null, ...more }, now)
      const walk = async () => {
        const { next, rows } = await readList(source, viewerId, query, now)
        const second = await on({ after: next })
        await on({ before: second.previous })
        await on({ isEnd: true })
        const here = rows.at(7)
        if (here) await listNeighbours(source, viewerId, query, here.id, now)
      }
      return { isShort: isShort(params), read: [name, walk] as [string, () => Promise<unknown>] }
    })
    const reads = (short: boolean) => asked.flatMap(({ isShort, read }) => (isShort === short ? [read] : []))
    expect(await sins(reads(false), aPage)).toEqual([])
    expect(await sins(reads(true), aFew)).toEqual([])
  }, 60_000)

  test("the lanes of every board and the groups of every grid, in every view and order", async () => {
    const { views, groups } = source.shape
    const places = keys(views).flatMap((view) =>
      sortsOf(source.shape, view).flatMap((sort) => groups.map((group) => ({ view, sort, group }))),
    )
    const asked = places.map((place, at): [string, () => Promise<unknown>] => [
      JSON.stringify(place),
      () => readWork(source, viewerId, queryOf(source, { ...place, as: at % 2 ? "board" : "grid" }), now),
    ])
    expect(await sins(asked, aLane, false, aBoardCosts)).toEqual([])
  }, 60_000)

  test("every count: of views, of lanes, and of what a filter or a search leaves", async () => {
    const { views, groups, firstView } = source.shape
    const count = (params: Record<string, string>): [string, () => Promise<unknown>] => [
      JSON.stringify(params),
      () => countWork(source, viewerId, queryOf(source, params), now),
    ]
    const narrowed = [...filtersOf(source).map(([, f]) => ({ f })), { q: "lindqvist" }, { q: "-4711.example" }, { q: "me" }]
    const whole = keys(views).flatMap((view) => [count({ view }), ...narrowed.map((by) => count({ view, ...by }))])
    const lanes = groups.flatMap((group) => [
      ...keys(views).map((view) => count({ view, group })),
      count({ view: firstView, group, q: "lindqvist" }),
    ])
    expect(await sins(whole, aFew, true, aCountCosts)).toEqual([])
    expect(await sins(lanes, aFew, false, aCountCosts)).toEqual([])
  }, 60_000)

  test("a walk along every order, where the planner's way took too long", async () => {
    const [hard] = filtersOf(source).filter(([name]) => /contains$/.test(name))
    const asked = viewsAndSorts(source).map(([name, params]): [string, () => Promise<unknown>] => {
      const listing = listingOf(source, viewerId, queryOf(source, { ...params, f: hard?.[1] ?? "" }), now)
      return [name, () => walkAlong(listing, { from: null, onward: true, limit: 51, most: 200 })]
    })
    expect(await sins(asked, aLane)).toEqual([])
  }, 60_000)

  test("every operator of every field, at the first glance and in the other views and orders by turns", async () => {
    const { firstView, firstSort, views } = source.shape
    const others = keys(views).flatMap((view) => sortsOf(source.shape, view).map((sort) => ({ view, sort })))
    const asked = filtersOf(source).flatMap(([name, f], at) =>
      [{ view: firstView, sort: firstSort }, others[(2 * at) % others.length], others[(2 * at + 1) % others.length]].map(
        (place): [string, () => Promise<unknown>] => [name, read({ ...place, f })],
      ),
    )
    expect(await sins(asked, aFew, true)).toEqual([])
  }, 60_000)

  test("every field in every view and every order, its operators by turns", async () => {
    const places = keys(source.shape.views).flatMap((view) => sortsOf(source.shape, view).map((sort) => ({ view, sort })))
    const asked = places.flatMap((place, at) =>
      Object.entries(source.shape.fields).map(([name, field]): [string, () => Promise<unknown>] => {
        const operators = operatorsOf(field)
        const f = filterOn(name, field, operators[at % operators.length] ?? "is")
        return [`${place.view} by ${place.sort}, ${f}`, read({ ...place, f })]
      }),
    )
    expect(await sins(asked, aFew, true)).toEqual([])
  }, 120_000)

  test("every search, in every view and in every order", async () => {
    const typed = ["atlantico", "lindqvist", "-4711.example", "04711", "me", "zzzz"]
    const asked = viewsAndSorts(source).flatMap(([name, params]) =>
      typed.map((q) => [`${name}, ${q}`, read({ ...params, q })] as [string, () => Promise<unknown>]),
    )
    expect(await sins(asked, aFew, true)).toEqual([])
  }, 60_000)
})

type Reads = [name: string, reads: () => Promise<unknown>]

test("the audit, however it is filtered, on either way, a row of it and its neighbours, and what the health page counts", async () => {
  const entry = await db.auditEntry.findFirstOrThrow({ orderBy: { at: "desc" } })
  const day = entry.at.toISOString().slice(0, 10)
  const filters = [
    {},
    ...["request.submit", "lead.qualify", "sequence.change"].map((move) => ({ move })),
    ...["sales", "commerce", "people", "settings"].map((area) => ({ area })),
    ...["me", "none", newId()].map((person) => ({ person })),
    { record: entry.recordId },
    { from: day, to: day },
    { person: "me", move: "lead.qualify", from: day },
    ...["pro-004711", "lindqvist", "zzzz", entry.recordLabel].map((q) => ({ q })),
  ]
  const asked = filters.flatMap((given): Reads[] =>
    ["asc", "desc"].flatMap((dir): Reads[] => {
      const query = readListQuery(auditList, { ...given, dir })
      const cursor = Buffer.from(JSON.stringify([`${day} 09:00:00+00`, entry.id, null])).toString("base64url")
      const on = { ...query, after: cursor }
      return [
        [`audit ${JSON.stringify(query.filters)} ${query.q} ${dir}`, () => listAudit(query, viewerId)],
        [`audit on ${JSON.stringify(query.filters)} ${query.q} ${dir}`, () => listAudit(on, viewerId)],
      ]
    }),
  )
  expect(await sins(asked, aFew, true, aLedger)).toEqual([])
  const whole = await auditListing(readListQuery(auditList, {}), viewerId)
  const reads: Reads[] = [
    ["an entry", () => getAuditEntry(entry.id)],
    ["its neighbours", () => neighbours(whole, entry.id)],
    ["the chain", getChainState],
    ["queues", listQueues],
    ["troubles", getTroubles],
  ]
  expect(await sins(reads, aFew)).toEqual([])
}, 60_000)

test("the palette's search, whatever is typed", async () => {
  const typed = ["a", "me", "lindqvist", "atlantico pumps", "-4711.example", "pro-004711", "04711", "zzzz"]
  const search = (text: string): Reads => [text, () => searchRecords({ staffRole: "administrator" }, text, 8)]
  expect(await sins(typed.map(search), aFew)).toEqual([])
})

test("what rules ask of many leads: the next open ones, those of the last ninety days, and which rules hold", async () => {
  const newest = (await db.lead.findFirst({ orderBy: { createdAt: "desc" } })) ?? { id: newId(), createdAt: now }
  const rules = Object.entries(leadFields).flatMap(([name, field]) =>
    operatorsOf(field).map((operator) => {
      const given = Array.from({ length: values[operatorTakes(operator)] }, () =>
        field.kind === "person" ? newId() : valueFor(field, operator),
      )
      return aRule({ points: 1 }, [name, operator, ...given] as Filter)
    }),
  )
  const days = { since: new Date(now.getTime() - 90 * 86_400_000), startedAt: now }
  const page = (cursor: [string, string] | null) => nextLeads(db, days, cursor, arrivedMatchedSql(rules, undefined, now), 500)
  const asked: Reads[] = [
    ["open leads", () => nextOpenLeads(db, newest.id)],
    ["the first of ninety days", () => page(null)],
    ["the next of ninety days", () => page([newest.createdAt.toISOString(), newest.id])],
    ["rules", () => matchRules(db, rules, [newest.id], now)],
  ]
  expect(await sins(asked, 600)).toEqual([])
})

test("the decision that waits for a second person: of a lead, a deal and a prospect, and all that wait", async () => {
  const viewer = {
    kind: "staff" as const,
    id: viewerId,
    name: "Seller 0",
    email: "",
    sessionId: "",
    role: "Seller",
    staffRole: "seller" as const,
  }
  const asked: Reads[] = [
    ["of a lead", () => getApproval(viewer, { leadId: newId() })],
    ["of a deal", () => getApproval(viewer, { opportunityId: newId() })],
    ["of a prospect", () => getApproval(viewer, { prospectId: newId() })],
    ["all", () => listApprovals(viewer)],
  ]
  expect(await sins(asked, aFew)).toEqual([])
})

test("what the policies of prospects ask: those of the last ninety days, which rules hold, and who is like one", async () => {
  const prospect = await db.prospect.findFirstOrThrow({ orderBy: { submittedAt: "desc" } })
  const rules = Object.entries(prospectRuleFields).flatMap(([name, field]) =>
    operatorsOf(field).map((operator) => {
      const given = Array.from({ length: values[operatorTakes(operator)] }, () =>
        field.kind === "person" ? newId() : valueFor(field, operator),
      )
      return aRule({ do: "second", moves: ["approve"] }, [name, operator, ...given] as Filter)
    }),
  )
  const days = { since: new Date(now.getTime() - 90 * 86_400_000), startedAt: now }
  const asked: Reads[] = [
    ["the first of ninety days", () => nextProspects(db, days, null, 500)],
    ["the next of ninety days", () => nextProspects(db, days, [prospect.submittedAt.toISOString(), prospect.id], 500)],
    ["rules", () => matchProspects(db, rules, [prospect.id], now)],
  ]
  expect(await sins(asked, 600)).toEqual([])
})

test("what the worker looks for among requests that wait, and the thread of one", async () => {
  const { id } = await db.prospect.findFirstOrThrow()
  const reads: Reads[] = [
    ["to expire", () => db.$queryRaw(requestReads.toExpire(now))],
    ["to ask again", () => db.$queryRaw(requestReads.toAskAgain(now, 7))],
    ["to remind", () => db.$queryRaw(requestReads.toRemind(now, 7))],
    ["to tell", () => db.$queryRaw(requestReads.toTell(now, 7))],
    ["thread", () => db.prospectMessage.findMany({ where: { prospectId: id }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 200 })],
  ]
  expect(await sins(reads, aPage)).toEqual([])
})

test("what stands around every page of the office", async () => {
  expect(await sins([["counts", () => getOfficeCounts(viewerId)]], aFew)).toEqual([])
})

/** A deal with its lead, its account and its contact, whose story is told together. */
async function aStory(): Promise<TimelineOf> {
  const deal = await db.opportunity.findFirstOrThrow({ where: { originatingLeadId: { not: null } } })
  const { id, originatingLeadId, accountId, contactId } = deal
  return { leads: [originatingLeadId ?? ""], opportunities: [id], accounts: [accountId], contacts: [contactId], parties: [accountId] }
}

test("the story of a record: each page of each filter, and what is ahead", async () => {
  const of = await aStory()
  const after = Buffer.from(JSON.stringify([now.getTime(), 1, "0"])).toString("base64url")
  const asked = (keys(timelineShows) as TimelineShow[]).flatMap((show): Reads[] => [
    [`${show}, its first page`, () => readTimeline(of, { show })],
    [`${show}, the next`, () => readTimeline(of, { show, after })],
  ])
  expect(await sins([...asked, ["ahead", () => readAhead(of)]], aLedger, false, aBoardCosts)).toEqual([])
})

test("the dashboard of everybody, of one seller, and a seller's own work", async () => {
  const staff = { ...{ kind: "staff" as const, id: viewerId, name: "Seller 0", email: "", sessionId: "" }, role: "Sales manager" }
  const places = ["UTC", "Europe/Berlin", "America/Los_Angeles"].flatMap((zone) => periodChoices.map((weeks) => ({ zone, weeks })))
  const asked = (["sales_manager", "seller"] as const).flatMap((staffRole) =>
    places.flatMap(({ zone, weeks }) =>
      [null, viewerId].map(
        (of): Reads => [
          `${staffRole}, ${weeks} weeks, ${of ? "mine" : "all"}, ${zone}`,
          () => inZone(zone, () => getDashboard({ ...staff, staffRole }, { weeks, of }, now)),
        ],
      ),
    ),
  )
  expect(await sins(asked, aFew)).toEqual([])
})

// What sales.moved_lines asks at each edge of a dashboard's weeks and months, in its own words: of a function one sees no plan.
test("what a dashboard counts between a midnight here and one of UTC", async () => {
  const [since, until] = [new Date("2026-11-15T23:00:00Z"), new Date("2026-11-16T07:00:00Z")]
  const count = (table: string, column: string, keys: string): Reads => [
    `${table} by ${column}`,
    () =>
      pool.query(`select ${keys}, count(*) from sales.${table} where ${column} >= $1 and ${column} < $2 group by ${keys}`, [
        since.toISOString(),
        until.toISOString(),
      ]),
  ]
  const asked: Reads[] = [
    count("lead", "created_at", "status_reason, source, country"),
    count("lead", "closed_at", "status_reason, owner_id"),
    count("opportunity", "requested_at", "status_reason, stage"),
    count("opportunity", "closed_at", "status_reason, stage, owner_id"),
    count("stage_visit", "left_at", "stage"),
  ]
  expect(await sins(asked, aFew)).toEqual([])
})

test("the tasks of somebody, and how many of them are late", async () => {
  const mine = { id: viewerId }
  const asked: Reads[] = [
    ["tasks", () => listMyTasks(mine, now, 101)],
    ["counts", () => countTasks(mine, now)],
  ]
  expect(await sins(asked, aFew)).toEqual([])
})

test("the members of a hierarchy side by side, and who drifts", async () => {
  const asked: Reads[] = [
    ["side by side", () => readMemberValues(newId(), overridableKeys)],
    ["drift", () => countDrift(db, [newId()])],
  ]
  expect(await sins(asked, aFew)).toEqual([])
})

test("whom one picks: owners, colleagues, contacts, organizations", async () => {
  const asked: Reads[] = [
    ["owners", listOwners],
    ["colleagues", listColleagues],
    ["contacts", () => findContacts("lindqvist")],
    ["contacts, rare", () => findContacts("-4711.example")],
    ["organizations", () => findOrganizations("", "head")],
    ["organizations, searched", () => findOrganizations("lindqvist", "outlet")],
    ["organizations for a person", () => findOrganizations("", "person")],
  ]
  expect(await sins(asked, aFew)).toEqual([])
})

test("what a merge asks: which records are alike, what moves, what became part of one, and which decisions can be undone", async () => {
  const of = await aStory()
  const ids = { lead: of.leads?.[0] ?? "", account: of.accounts?.[0] ?? "", contact: of.contacts?.[0] ?? "" }
  const kinds = keys(ids) as (keyof typeof ids)[]
  const customer = await db.customer.findFirstOrThrow({ where: { salesId: ids.account } })
  const asked = kinds.flatMap((kind): Reads[] => [
    [`twins of a ${kind}`, () => findTwins(kind, ids[kind])],
    [`what moves with a ${kind}`, () => countWhatMoves(db, kind, ids[kind])],
    [`parts of a ${kind}`, () => mergedInto(db, [ids[kind]])],
    [`merges of a ${kind}`, () => listMergedParts(ids[kind], now)],
  ])
  const more: Reads[] = [
    ["what moves with a customer", () => countWhatCustomerMoves(db, customer.id)],
    ["undoable", () => readUndoable(db, { id: ids.account, customerId: customer.id }, now)],
  ]
  expect(await sins([...asked, ...more], aFew)).toEqual([])
})

test("what the timers look for: what is due, what is new, and every clock that runs", async () => {
  const reads: Reads[] = [
    ["due", () => db.$queryRaw(timerReads.due(now))],
    ["untimed", () => db.$queryRaw(timerReads.untimed())],
    ["sweep", () => db.$queryRaw(timerReads.sweep("01000000-0000-7000-8000-000000000000"))],
  ]
  expect(await sins(reads, aPage)).toEqual([])
})

test("the inbox of duplicates, however it is filtered, what records may be, and what the worker compares next", async () => {
  const query = readInboxQuery({})
  const [pair] = await db.matchPair.findMany({ take: 1 })
  const record = pair?.firstId ?? ""
  const after = { open: `70_${record}_${pair?.secondId}`, dismissed: `${now.toISOString()}_${record}_${pair?.secondId}` }
  const filters = [
    {},
    ...(keys(pairKinds) as PairKinds[]).map((kinds) => ({ kinds })),
    ...(keys(verdicts) as Verdict[]).map((verdict) => ({ verdict })),
    { record },
    { record, kinds: "lead-lead" as const },
  ]
  const inbox = filters.flatMap((filter): Reads[] => [
    [`inbox ${JSON.stringify(filter)}`, () => listPairs({ ...query, ...filter })],
    [`inbox on ${JSON.stringify(filter)}`, () => listPairs({ ...query, ...filter, after: after.open })],
    [`dismissed ${JSON.stringify(filter)}`, () => listPairs({ ...query, ...filter, verdict: null, isDismissed: true })],
    [
      `dismissed on ${JSON.stringify(filter)}`,
      () => listPairs({ ...query, ...filter, verdict: null, isDismissed: true, after: after.dismissed }),
    ],
  ])
  const lead = await db.lead.findFirstOrThrow({ where: { state: "open" } })
  const asked: Reads[] = [
    ...inbox,
    ["how many of one record", () => countDuplicates(record)],
    ["what a lead may be", () => matchLead(db, lead)],
    ["a sample to rehearse on", getSample],
    ["the next of a sweep", () => readFactsOn(db, "contact", record, 500)],
  ]
  expect(await sins(asked, aFew)).toEqual([])
}, 60_000)

test("a run over many leads: how many match, its records by group, and a look at the next of them", async () => {
  const staff = { ...{ kind: "staff" as const, id: viewerId, name: "Seller 0", email: "", sessionId: "" }, role: "Seller" }
  const [manager, seller] = [
    { ...staff, staffRole: "sales_manager" as const },
    { ...staff, staffRole: "seller" as const },
  ]
  const items = await db.bulkItem.findMany({ where: { runId: theRunId }, orderBy: { place: "asc" }, skip: 8000, take: 50 })
  const job: RunJob = {
    ...{ id: theRunId, list: "leads", kind: "qualify", state: "checking", title: "Qualify", input: {}, total: 16_000, through: 8000 },
    ...{ atOnce: 50, personId: viewerId, undoneById: null, undoableUntil: null, movedAt: now },
  }
  const groups = [null, "ready", "choose", "blocked", "done", "skipped", "failed"] as const
  const asked: Reads[] = [
    ...keys(leadSource.shape.views).map((view): Reads => [`match ${view}`, () => countMatching(seller, "leads", `view=${view}`, now)]),
    ["match a search", () => countMatching(manager, "leads", "view=all&q=lindqvist", now)],
    ["runs", () => listRuns()],
    ...groups.flatMap((group): Reads[] => [
      [`${group}`, () => listRunItems({ id: theRunId }, group, 0)],
      [`${group}, further on`, () => listRunItems({ id: theRunId }, group, 9000)],
    ]),
    ["a look", () => deedOf("leads", "qualify").check(db, manager, job, items)],
  ]
  expect(await sins(asked, aFew)).toEqual([])
}, 60_000)

test("a run over many prospects: how many match, a look at the next of them, and their timers", async () => {
  const staff = {
    ...{ kind: "staff" as const, id: viewerId, name: "Seller 0", email: "", sessionId: "" },
    ...{ role: "Commerce manager", staffRole: "commerce_manager" as const },
  }
  const pending = await db.prospect.findMany({ where: { status: "pending" }, take: 25, orderBy: { id: "desc" } })
  const items = pending.map(({ id, version, companyName }, at) => ({
    ...{ place: 9000 + at, recordId: id, recordVersion: version, label: companyName, choice: null },
  }))
  const job = (kind: string): RunJob => ({
    ...{ id: theRunId, list: "prospects", kind, state: "checking", title: "Approve", input: {}, total: 16_000, through: 8000 },
    ...{ atOnce: 50, personId: viewerId, undoneById: null, undoableUntil: null, movedAt: now },
  })
  const asked: Reads[] = [
    ...keys(prospectSource.shape.views).map(
      (view): Reads => [`match ${view}`, () => countMatching(staff, "prospects", `view=${view}`, now)],
    ),
    ["counts of all", () => countProspects("all", viewerId)],
    ["counts of mine", () => countProspects("mine", viewerId)],
    ["a look before approving", () => deedOf("prospects", "approve").check(db, staff, job("approve"), items)],
    ["a look before rejecting", () => deedOf("prospects", "reject").check(db, staff, job("reject"), items)],
    ["timers that fell due", () => db.$queryRaw(prospectTimerReads.due(now))],
    ["prospects without a timer", () => db.$queryRaw(prospectTimerReads.untimed())],
    ["the next of a look at every timer", () => db.$queryRaw(prospectTimerReads.sweep(newId()))],
  ]
  expect(await sins(asked, aFew)).toEqual([])
}, 60_000)

test("the decision desk, receipts, what was carried over, and the field mapping", async () => {
  const [account] = await db.account.findMany({ take: 1, orderBy: { createdAt: "desc" }, select: { id: true } })
  const [opportunity] = await db.opportunity.findMany({ take: 1, orderBy: { createdAt: "desc" }, select: { id: true } })
  const [lead] = await db.lead.findMany({ where: { state: "qualified" }, take: 1, orderBy: { createdAt: "desc" }, select: { id: true } })
  const wanted = { emails: ["nobody@plans.example"], accounts: [account?.id ?? ""], contacts: [], opportunities: [opportunity?.id ?? ""] }
  const asked: Reads[] = [
    ["what stands around a conversion", () => findWorld(db, wanted, false)],
    ["who works at accounts, and what is open there", () => aroundAccounts([account?.id ?? ""])],
    ["the leads of an opportunity", () => leadsOfOpportunity(db, opportunity?.id ?? "")],
  ]
  expect(await sins(asked, aFew)).toEqual([])
  const ledgers: Reads[] = [
    ["the receipts of a record", () => listReceipts(lead?.id ?? "")],
    ["what was carried over", () => getCarriedOver(lead?.id ?? "")],
  ]
  expect(await sins(ledgers, aLedger, false, aBoardCosts)).toEqual([])
  expect(await sins([["the field mapping's page", () => getMappingPage()]], 11_000)).toEqual([])
})
