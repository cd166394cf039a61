import { FilterSelect } from "@/components/shell/filter-select"
import { PageHeader } from "@/components/ui/page-header"
import { dashboardHref, type Period, periodChoices, periods, type Weeks } from "@/lib/sales/dashboard/period"
import { stretchText } from "./words"

export type WhoseChoice = { value: string; label: string; of: string | null }

type DashboardHeadProps = {
  period: Period
  weeks: Weeks
  of: string | null
  /** Whose numbers may be looked at; empty where there is no choice. */
  choices: readonly WhoseChoice[]
}

/** The title, the period in words, and what both can be changed to. */
export function DashboardHead({ period, weeks, of, choices }: DashboardHeadProps) {
  return (
    <PageHeader
      title="Dashboard"
      count={stretchText(period)}
      commands={
        <>
          {choices.length > 1 && (
            <FilterSelect
              label="Of"
              value={choices.find((choice) => choice.of === of)?.value ?? null}
              choices={choices.map((choice) => ({
                value: choice.value,
                label: choice.label,
                href: dashboardHref({ weeks, of: choice.of }),
              }))}
            />
          )}
          <FilterSelect
            label="Period"
            value={String(weeks)}
            choices={periodChoices.map((choice) => ({
              value: String(choice),
              label: periods[choice],
              href: dashboardHref({ weeks: choice, of }),
            }))}
          />
        </>
      }
    />
  )
}
