import { amountText } from "./money"
import type { Terms } from "./rules"

type TermsDraft = {
  /** Terms as a form shows them at first, in minor units; the amount is null where nobody named one in this currency. */
  terms: Omit<Terms, "amount"> & { amount: number | null }
  currency: string
}

type DraftTermsFrom = {
  /** The terms in force, and the currency of the organization's credit. */
  given: Terms | null
  own: string | null
  /** The currency, where it stays as it is. */
  fixed: string | null
  asked?: { amount: number; currency: string }
}

const usual = { amount: null, type: "balance_all", onExceeding: "error", isMandatory: false, allowOnAccount: true } as const

/** What a form of terms begins with: what the partner wishes, in the currency that is fixed, else in the one that they wish. */
export function draftTerms({ given, own, fixed, asked }: DraftTermsFrom): TermsDraft {
  const currency = fixed ?? asked?.currency ?? own ?? "EUR"
  const terms = { ...(given ?? usual), ...(asked ? { allowOnAccount: true } : {}) }
  return { currency, terms: asked?.currency === currency ? { ...terms, amount: asked.amount } : terms }
}

/** What to know about an amount that is entered in `currency`: that it is fixed, and that another one was wished for. */
export function amountHint({ currency, fixed, asked }: Pick<DraftTermsFrom, "fixed" | "asked"> & { currency: string }): string {
  const isOther = asked && asked.currency !== currency
  const hints = [
    fixed && `In ${fixed}`,
    isOther && `They asked for ${amountText(asked.amount, asked.currency)}; amounts are not converted`,
  ].filter(Boolean)
  return hints.length > 0 ? hints.join(". ") : "Such as 12,500"
}
