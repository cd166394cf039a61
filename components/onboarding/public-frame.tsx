import type { ReactNode } from "react"
import { PublicShell } from "@/components/shell/public-shell"

type PublicFrameProps = { storeName: string; homeHref?: string; children: ReactNode }

/** A public page in its frame: the store whose page it is, and the way to sign in. */
export function PublicFrame({ storeName, homeHref, children }: PublicFrameProps) {
  const signIn = (
    <a href="/sign-in" className="link">
      Sign in
    </a>
  )
  return (
    <PublicShell storeName={storeName} homeHref={homeHref} links={signIn}>
      {children}
    </PublicShell>
  )
}
