import type { DashboardView } from "@/lib/sales/dashboard/get-dashboard"
import type { Weeks } from "@/lib/sales/dashboard/period"
import { DashboardHead, type WhoseChoice } from "./dashboard-head"
import { FunnelPanel } from "./funnel-panel"
import { KeyFigures } from "./key-figures"
import { MyWorkSection } from "./my-work"
import { OverTimePanel } from "./over-time-panel"
import { ReasonsPanel } from "./reasons-panel"
import { SellersPanel } from "./sellers-panel"
import { SplitPanel } from "./split-panel"
import { StageTimesPanel } from "./stage-times-panel"
import { TimersPanel } from "./timers-panel"

type DashboardProps = { view: DashboardView; weeks: Weeks; viewerId: string; now: Date }

/** The dashboard: my own work first where I have any, then the numbers of the period. */
export function Dashboard({ view, weeks, viewerId, now }: DashboardProps) {
  const { of, period, target, figures, work } = view
  const isEverybody = of === "everybody"
  const isColleague = !isEverybody && of.id !== viewerId
  const here = isEverybody ? null : of.id === viewerId ? "me" : of.id
  return (
    <>
      <DashboardHead period={period} weeks={weeks} of={view.mayChoose ? here : null} choices={choicesOf(view, isColleague)} />
      {work && <MyWorkSection work={work.mine} tasks={work.tasks} taskCounts={work.taskCounts} figures={figures} now={now} />}
      {work && <h2 className="px-6 pt-5 pb-3 text-14 font-semi max-m:px-4">My numbers</h2>}
      <KeyFigures figures={figures} period={period} target={target} />
      <div className="panels">
        <TimersPanel timers={view.timers} viewerId={viewerId} withOwners={isEverybody} />
        <FunnelPanel steps={figures.funnel} />
        {isEverybody && <StageTimesPanel stages={figures.stages} />}
        <OverTimePanel title="By week" by="week" stretches={figures.weeks} />
        <OverTimePanel title="By month" by="month" stretches={figures.months} />
        {isEverybody && <SellersPanel sellers={figures.sellers} weeks={weeks} viewerId={viewerId} />}
        <ReasonsPanel reasons={figures.reasons} />
        <SplitPanel title="By source" head="Source" splits={figures.sources} />
        <SplitPanel title="By country" head="Country/region" splits={figures.countries} />
      </div>
    </>
  )
}

function choicesOf({ of, mayChoose }: DashboardView, isColleague: boolean): WhoseChoice[] {
  if (!mayChoose) return []
  const own: WhoseChoice[] = [
    { value: "everybody", label: "Everybody", of: null },
    { value: "me", label: "Me", of: "me" },
  ]
  return of !== "everybody" && isColleague ? [...own, { value: of.id, label: of.name, of: of.id }] : own
}
