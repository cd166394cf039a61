import { disqualificationReasons, leadStatusReasons } from "../leads/rules"
import { lossReasons, opportunityStatusReasons, type Stage, stages } from "../opportunities/rules"
import { hasStatus, isDisqualified, openStatuses, within } from "./conditions"
import { leadSplits } from "./lead-splits"
import { type Figure, leadsHref, opportunitiesHref, type Whose } from "./links"
import type { Period, Stretch } from "./period"
import { quantileHours } from "./quantile"
import { sellerFigures } from "./seller-figures"
import { type Sums, statusIs, sumsOf } from "./sums"
import type { Tallied } from "./tallies"
import { decisionOf, type TimerFigures } from "./timer-figures"

type Asked = { whose: Whose; period: Period; timers: readonly TimerFigures[] }

/** What came in during a week or a month, and how much of it is won so far. */
export type OverTime = Stretch & { cameIn: Figure; won: Figure }
/** How long opportunities stayed in a stage that they left in the period; in hours. */
export type StageTimes = { stage: string; quarter: number; median: number; threeQuarters: number; slow: number }
export type Reason = { key: string; label: string; kind: "Lead" | "Opportunity"; figure: Figure }
export type FunnelStep = { key: string; label: string; figure: Figure }

/** All numbers of the dashboard from the sums of the tally and from the timers, each with the list that it counts. */
export function dashboardFigures(tallied: readonly Tallied[], asked: Asked) {
  const { whose, period, timers } = asked
  const sums = sumsOf(tallied)
  const open = sums.byKey("lead.view", statusIs(...openStatuses))
  const disqualified = sums.byKey("lead.closed", statusIs(...disqualificationReasons))
  const closed = within("closed", period)
  return {
    funnel: funnel(sums, asked),
    won: { n: sums.byKey("opportunity.closed", statusIs("won")), href: opportunitiesHref("won", whose, closed) },
    lost: { n: sums.byKey("opportunity.closed", statusIs(...lossReasons)), href: opportunitiesHref("lost", whose, closed) },
    disqualified: { n: disqualified, href: leadsHref("closed", whose, isDisqualified, closed) },
    open: { n: open, href: leadsHref("open", whose) },
    late: decisionOf(timers).all.breached,
    decisionHours: quantileHours([...sums.steps("lead.wait"), ...sums.steps("opportunity.wait")], 0.5),
    weeks: period.weeks.map((week) => overTime(sums, whose, week, "lead.week", "opportunity.requested")),
    months: period.months.map((month) => overTime(sums, whose, month, "lead.month", "opportunity.month")),
    reasons: reasons(sums, asked),
    sources: leadSplits(sums, "source", asked),
    countries: leadSplits(sums, "country", asked),
    stages: Object.keys(stages).flatMap((stage) => stageTimes(sums, stage as Stage)),
    openByStage: Object.entries(stages).map(([stage, { word }]) => ({
      key: stage,
      label: word,
      figure: {
        n: sums.byKey("opportunity.view", (row) => row.key === stage && row.status === "open"),
        href: opportunitiesHref("open", whose, ["stage", "is", stage]),
      },
    })),
    sellers: sellerFigures(sums, asked),
  }
}

export type DashboardFigures = ReturnType<typeof dashboardFigures>

/** How far came what came in: each step is part of the one before. A lost opportunity does not say how far it had come, so it counts as qualified. */
function funnel(sums: Sums, { whose, period }: Asked): FunnelStep[] {
  const created = within("created", period)
  const requested = within("requested", period)
  const isProposed = ({ status, key }: Tallied) => status === "won" || (status === "open" && (key === "propose" || key === "close"))
  return [
    { key: "came-in", label: "Came in", figure: { n: sums.byStretch("lead.week"), href: leadsHref("all", whose, created) } },
    {
      key: "taken-up",
      label: "Taken up",
      figure: {
        n: sums.byStretch("lead.week", ({ status }) => status !== "new"),
        href: leadsHref("all", whose, ["status", "is-not", "new"], created),
      },
    },
    {
      key: "qualified",
      label: "Qualified",
      figure: { n: sums.byStretch("lead.week", statusIs("qualified")), href: leadsHref("all", whose, hasStatus("qualified"), created) },
    },
    {
      key: "proposed",
      label: "Proposed",
      figure: {
        n: sums.byKey("opportunity.requested", isProposed),
        href: opportunitiesHref("all", whose, requested, [
          "or",
          hasStatus("won"),
          ["and", ["stage", "is", "propose", "close"], hasStatus("in_progress", "on_hold")],
        ]),
      },
    },
    {
      key: "won",
      label: "Won",
      figure: { n: sums.byStretch("opportunity.requested", statusIs("won")), href: opportunitiesHref("won", whose, requested) },
    },
  ]
}

function overTime(sums: Sums, whose: Whose, stretch: Stretch, leadLine: string, opportunityLine: string): OverTime {
  const isHere = ({ bucket }: Tallied) => bucket === stretch.from
  const isWon = (row: Tallied) => isHere(row) && row.status === "won"
  return {
    ...stretch,
    cameIn: { n: sums.byStretch(leadLine, isHere), href: leadsHref("all", whose, within("created", stretch)) },
    won: { n: sums.byStretch(opportunityLine, isWon), href: opportunitiesHref("won", whose, within("requested", stretch)) },
  }
}

function reasons(sums: Sums, { whose, period }: Asked): Reason[] {
  const closed = within("closed", period)
  return [
    ...disqualificationReasons.map((code) => ({
      key: code,
      label: leadStatusReasons[code].word,
      kind: "Lead" as const,
      figure: { n: sums.byKey("lead.closed", statusIs(code)), href: leadsHref("closed", whose, hasStatus(code), closed) },
    })),
    ...lossReasons.map((code) => ({
      key: `opportunity-${code}`,
      label: opportunityStatusReasons[code].word,
      kind: "Opportunity" as const,
      figure: { n: sums.byKey("opportunity.closed", statusIs(code)), href: opportunitiesHref("lost", whose, hasStatus(code), closed) },
    })),
  ]
}

function stageTimes(sums: Sums, stage: Stage): StageTimes[] {
  const steps = sums.steps("stage.wait", statusIs(stage))
  const at = (share: number) => quantileHours(steps, share)
  const [quarter, median, threeQuarters, slow] = [at(0.25), at(0.5), at(0.75), at(0.9)]
  if (quarter === null || median === null || threeQuarters === null || slow === null) return []
  return [{ stage: stages[stage].word, quarter, median, threeQuarters, slow }]
}
