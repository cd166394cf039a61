import { amountText } from "./money"
import { creditLeft, type Figures, isChecked, type Terms, usedCredit } from "./rules"

type Foreseen = { isGood: boolean; text: string }

/** What terms would mean for an organization at once, told by what it owes and was promised today; before anybody gives them. */
export function foreseeTerms(figures: Figures, next: Terms, now: Terms | null, currency: string): Foreseen {
  const money = (minor: number) => amountText(minor, currency)
  const used = usedCredit(figures, next.type)
  if (!next.allowOnAccount)
    return {
      isGood: true,
      text: `Nothing more is sold on account. What is owed or promised stays: ${money(usedCredit(figures, "balance_all"))}.`,
    }
  if (!isChecked(next)) return { isGood: false, text: `No limit is checked: every order passes, whatever is owed. ${money(used)} is now.` }
  const left = next.amount - used
  const before = creditLeft(figures, now)
  const change = before === null || before === left ? "" : ` Now it is ${money(before)}.`
  if (left >= 0) return { isGood: true, text: `${money(used)} counts against it, so ${money(left)} is left.${change}` }
  const then = next.onExceeding === "error" ? "orders are refused until that is paid" : "orders still pass, with a warning"
  return { isGood: false, text: `${money(used)} counts against it, ${money(-left)} more than the limit: ${then}.` }
}
