import { Check, Minus } from "lucide-react"
import type { ReactNode } from "react"
import { RecordLink } from "@/components/shell/record-link"
import { Person } from "@/components/ui/person"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { countryName } from "@/lib/platform/countries"
import { formatPhone } from "@/lib/platform/phone"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import type { SideView } from "@/lib/sales/matching/get-sides"
import type { PairView } from "@/lib/sales/matching/list-pairs"
import { kindWords } from "./kind-words"
import { VerdictMark } from "./verdict-mark"

const address = ({ street, postalCode, city, country }: SideView) =>
  [street, [postalCode, city].filter(Boolean).join(" "), country && countryName(country)].filter(Boolean).join(", ") || null

const lines: readonly (readonly [label: string, of: (side: SideView) => string | null])[] = [
  ["Company name", ({ companyName }) => companyName],
  ["Person", ({ personName }) => personName],
  ["Email", ({ email }) => email],
  ["Phone", ({ phone }) => phone && formatPhone(phone)],
  ["Website", ({ website }) => website],
  ["Tax ID", ({ taxId }) => taxId],
  ["Address", address],
]

/** Two records side by side, with the score, what speaks for it and what against it. */
export function PairCompare({ pair, commands }: { pair: PairView; commands: ReactNode }) {
  const { first, second, score, verdict, reasons, dismissed } = pair
  return (
    <article aria-label={`${first.label} and ${second.label}`} className="px-6 py-5 max-m:px-4">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-16 font-semi text-balance wrap-anywhere">
            {first.label} <span className="font-regular text-ink-3">and</span> {second.label}
          </h2>
          <p className="mt-1.5 flex flex-wrap items-center gap-2 text-ink-2">
            {verdict && score !== null && <VerdictMark verdict={verdict} score={score} />}
            {dismissed ? (
              <span>
                {dismissed.by} said on <Moment at={dismissed.at} style="date" /> that they are not the same.
              </span>
            ) : (
              "of 100"
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">{commands}</div>
      </header>
      {reasons.length > 0 && <Reasons reasons={reasons} />}
      <table className="mt-5 w-full table-fixed border-y border-line">
        <thead>
          <tr className="text-left align-top">
            <th className="w-[112px] py-3 pr-3 max-m:w-[84px]">
              <span className="sr-only">Field</span>
            </th>
            <SideHead side={first} />
            <SideHead side={second} />
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, of]) => (
            <Line key={label} label={label} one={of(first)} other={of(second)} />
          ))}
          <tr className="border-t border-line align-top">
            <LineHead>Owner</LineHead>
            {[first, second].map(({ id, ownerName }) => (
              <td key={id} className="py-2 pr-3">
                <Person name={ownerName} />
              </td>
            ))}
          </tr>
          <tr className="border-t border-line align-top">
            <LineHead>Created</LineHead>
            {[first, second].map(({ id, createdAt }) => (
              <td key={id} className="py-2 pr-3 text-ink-2">
                <Moment at={createdAt} style="date" />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </article>
  )
}

function Reasons({ reasons }: { reasons: PairView["reasons"] }) {
  return (
    <ul aria-label="Reasons" className="mt-4 flex flex-wrap gap-x-5 gap-y-1.5">
      {reasons.map(({ words, points }) => (
        <li key={words} className="flex max-w-full items-center gap-1.5">
          {points > 0 ? (
            <Check size={14} className="flex-none text-good" aria-hidden="true" />
          ) : (
            <Minus size={14} className="flex-none text-ink-3" aria-hidden="true" />
          )}
          <span className={points > 0 ? "wrap-anywhere" : "text-ink-2 wrap-anywhere"}>{words}</span>
          <span className="text-12 text-ink-3 tabular-nums">{points > 0 ? `+${points}` : points === 0 ? "0" : `−${-points}`}</span>
        </li>
      ))}
    </ul>
  )
}

function SideHead({ side }: { side: SideView }) {
  const { kind, id, label, number, statusReason } = side
  const status = statusReason ? leadStatusReasons[statusReason as keyof typeof leadStatusReasons]?.word : null
  return (
    <th scope="col" className="py-3 pr-3 font-regular">
      <span className="block text-12 text-ink-3">{[kindWords[kind], number].filter(Boolean).join(", ")}</span>
      <span className="block font-semi wrap-anywhere">
        <RecordLink kind={kind} id={id}>
          {label}
        </RecordLink>
      </span>
      {status && <Status word={status} plain />}
    </th>
  )
}

const LineHead = ({ children }: { children: string }) => (
  <th scope="row" className="py-2 pr-3 text-left font-regular text-ink-3">
    {children}
  </th>
)

/** A line of the comparison: what is the same on both sides is quiet, what differs is not. */
function Line({ label, one, other }: { label: string; one: string | null; other: string | null }) {
  if (!one && !other) return null
  const isSame = one === other
  return (
    <tr className="border-t border-line align-top">
      <LineHead>{label}</LineHead>
      {[one, other].map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sides, always the same two
        <td key={place} className={`py-2 pr-3 wrap-anywhere ${isSame ? "text-ink-2" : "font-medium"}`}>
          {value ?? <span className="font-regular text-ink-3">Not given</span>}
          {isSame && place === 1 && <span className="sr-only">, the same</span>}
        </td>
      ))}
    </tr>
  )
}
