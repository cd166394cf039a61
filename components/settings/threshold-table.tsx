import { Banknote } from "lucide-react"
import { EditThreshold } from "@/components/settings/threshold-commands"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Strip } from "@/components/ui/strip"
import { amountText } from "@/lib/commerce/credit/money"
import type { Threshold } from "@/lib/commerce/credit/set-threshold"

const columns: PlainColumn[] = [
  { key: "currency", label: "Currency", width: 140 },
  { key: "amount", label: "Two people decide above", phone: "second" },
  { key: "commands", label: "Commands", width: 110, align: "right", isCommands: true },
]

type ThresholdTableProps = {
  thresholds: readonly Threshold[]
  /** Currencies in which credit is given, and in which one person decides about any limit. */
  unguarded: readonly string[]
  reason: string | null
}

/** From which credit limit on two people decide, by currency. */
export function ThresholdTable({ thresholds, unguarded, reason }: ThresholdTableProps) {
  return (
    <>
      {unguarded.length > 0 && (
        <Strip tone="wait">
          Credit is given in {unguarded.join(", ")} too, where one person decides about any limit. Add a threshold to have two.
        </Strip>
      )}
      <PlainTable
        label="Thresholds"
        columns={columns}
        empty={<Empty icon={<Banknote />} title="No threshold" text="One person decides about any credit limit." />}
        rows={thresholds.map((threshold) => ({
          id: threshold.currency,
          cells: {
            currency: threshold.currency,
            amount: <span className="tabular-nums">{amountText(threshold.amount, threshold.currency)}</span>,
            commands: <EditThreshold threshold={threshold} reason={reason} />,
          },
        }))}
      />
    </>
  )
}
