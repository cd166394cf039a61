import type { ReactNode } from "react"
import { AccountTitle } from "@/components/identity/account-title"

/** The one page for a link that is unknown, used or out of date: it tells nobody which. */
export function SpentLinkPage({ children }: { children: ReactNode }) {
  return (
    <>
      <AccountTitle intro="It was used before, it is out of date, or a part of it was lost on the way.">
        This link opens nothing
      </AccountTitle>
      <h2 className="text-16 font-semi">What you can do</h2>
      <ul className="mt-2 grid list-disc gap-2 pl-5 text-ink-2 marker:text-ink-3">{children}</ul>
    </>
  )
}
