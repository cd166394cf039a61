import type { Metadata } from "next"
import { AccountTitle } from "@/components/identity/account-title"
import { DemoEntrances } from "@/components/identity/demo-entrances"
import { SignInForm } from "@/components/identity/sign-in-form"
import { enterAs, signIn } from "@/lib/identity/actions"
import { listDemoPeople } from "@/lib/identity/demo-people"
import { env } from "@/lib/platform/env"

export const metadata: Metadata = { title: "Sign in" }

type Search = { next?: string | string[]; done?: string | string[] }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next, done } = await searchParams
  const { GANGWAY_DEMO, INBOX_URL } = env()
  return (
    <>
      <AccountTitle intro="To the partner portal or your workspace.">Sign in</AccountTitle>
      <SignInForm signIn={signIn} next={typeof next === "string" ? next : undefined} hasNewPassword={done === "password"} />
      {GANGWAY_DEMO && <DemoEntrances people={await listDemoPeople()} enterAs={enterAs} inboxUrl={INBOX_URL} />}
    </>
  )
}
