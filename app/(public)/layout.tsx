import { connection } from "next/server"
import type { ReactNode } from "react"
import { PublicShell } from "@/components/shell/public-shell"
import { env } from "@/lib/platform/env"

export default async function PublicLayout({ children }: { children: ReactNode }) {
  await connection()
  const signIn = (
    <a href="/sign-in" className="link">
      Sign in
    </a>
  )
  return (
    <PublicShell storeName={env().STORE_NAME} links={signIn}>
      {children}
    </PublicShell>
  )
}
