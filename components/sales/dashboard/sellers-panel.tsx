import Link from "next/link"
import { BarChart } from "@/components/ui/bar-chart"
import { ChartKeys, ChartPanel } from "@/components/ui/chart-panel"
import { CountLink } from "@/components/ui/count-link"
import { DataTable } from "@/components/ui/data-table"
import { Person } from "@/components/ui/person"
import { dashboardHref, type Weeks } from "@/lib/sales/dashboard/period"
import type { SellerFigures } from "@/lib/sales/dashboard/seller-figures"

const charted = 8
const nobody = "Unassigned"

/** Who has how much open, and closed how much in the period. A name leads to that seller's own dashboard. */
export function SellersPanel({ sellers, weeks, viewerId }: { sellers: readonly SellerFigures[]; weeks: Weeks; viewerId: string }) {
  const none = <p className="text-ink-2">Nobody owns a lead or an opportunity yet.</p>
  return (
    <ChartPanel
      title="Sellers"
      first="table"
      caption={
        <>
          Open now, and what was closed in the period.
          <ChartKeys strong="Overdue" soft="Other leads to decide" />
        </>
      }
      chart={
        sellers.length === 0 ? (
          none
        ) : (
          <BarChart
            small
            bars={sellers
              .slice(0, charted)
              .map(({ id, name, undecided, late }) => ({ key: id ?? "none", label: name ?? nobody, figure: undecided, strong: late.n }))}
          />
        )
      }
      table={
        sellers.length === 0 ? (
          none
        ) : (
          <DataTable
            label="Sellers"
            heads={["Owner", "Leads", "Overdue", "Opps", "Won", "Lost", "Disq."]}
            rows={sellers.map(({ id, name, openLeads, late, openOpportunities, won, lost, disqualified }) => ({
              key: id ?? "none",
              name: id ? (
                <Link href={dashboardHref({ weeks, of: id })} prefetch={false} className="count">
                  <Person name={name ?? "Somebody who left"} me={id === viewerId} />
                </Link>
              ) : (
                <Person name={null} />
              ),
              cells: [
                <CountLink key="leads" figure={openLeads} />,
                <span key="late" className={late.n > 0 ? "font-semi text-bad" : undefined}>
                  <CountLink figure={late} />
                </span>,
                ...[openOpportunities, won, lost, disqualified].map((figure) => <CountLink key={figure.href} figure={figure} />),
              ],
            }))}
          />
        )
      }
    />
  )
}
