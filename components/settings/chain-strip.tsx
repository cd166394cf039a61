import Link from "next/link"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { ChainState } from "@/lib/settings/audit/queries"

const figure = new Intl.NumberFormat("en")

const Health = ({ children }: { children: string }) => (
  <Link href="/settings/health" prefetch={false} className="link whitespace-nowrap">
    {children}
  </Link>
)

/** How far the audit is sealed, what waits, and what the last verification found. */
export function ChainStrip({ chain }: { chain: ChainState }) {
  const { sealed, sealedAt, waiting, verifiedAt, isBroken, told } = chain
  if (isBroken && verifiedAt)
    return (
      <Strip tone="bad" className="mb-3" action={<Health>Health</Health>}>
        The audit was found broken, <Moment at={verifiedAt} />. {told}
      </Strip>
    )
  return (
    <Strip tone={sealed > 0 && verifiedAt ? "good" : "mute"} className="mb-3" action={<Health>Health</Health>}>
      {sealedAt ? (
        <>
          Sealed up to row {figure.format(sealed)}, <Moment at={sealedAt} />.{" "}
        </>
      ) : (
        "Nothing is sealed yet. "
      )}
      {waiting > 0 && `${figure.format(waiting)} ${waiting === 1 ? "row waits" : "rows wait"} for the worker. `}
      {verifiedAt ? (
        <>
          Last verified <Moment at={verifiedAt} />: every row says what was sealed.
        </>
      ) : (
        "It was not verified yet."
      )}
    </Strip>
  )
}
