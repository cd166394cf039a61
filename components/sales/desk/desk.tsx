import { ContactLine } from "./contact-line"
import { DeskHead } from "./desk-head"
import type { DeskProps } from "./desk-props"
import { FieldLines } from "./field-lines"
import { OpportunityLine } from "./opportunity-line"
import { walkLines } from "./walk-lines"

/** Request, match and result side by side; one under the other on a phone. */
export function Desk(props: DeskProps) {
  return (
    <table
      aria-label="Request, match and result"
      className="w-full table-fixed border-t border-line max-m:block [&_tbody]:max-m:block [&_tr]:max-m:block"
      onKeyDown={walkLines}
    >
      <DeskHead {...props} />
      <tbody>
        <FieldLines {...props} part="account" />
        <ContactLine {...props} />
        <OpportunityLine {...props} />
      </tbody>
    </table>
  )
}
