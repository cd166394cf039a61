import type { Metadata } from "next"
import Link from "next/link"
import { AccountTitle } from "@/components/identity/account-title"
import { ResetRequestForm } from "@/components/identity/reset-request-form"
import { requestPasswordReset } from "@/lib/identity/actions"
import { env } from "@/lib/platform/env"

export const metadata: Metadata = { title: "Forgot your password?" }

type Search = { sent?: string | string[] }

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<Search> }) {
  if ((await searchParams).sent) return <Sent />
  return (
    <>
      <AccountTitle intro="Tell us your email, and we send you a link to a new one.">Forgot your password?</AccountTitle>
      <ResetRequestForm action={requestPasswordReset} />
    </>
  )
}

function Sent() {
  const minutes = env().PASSWORD_RESET_MINUTES
  return (
    <>
      <AccountTitle intro="If somebody signs in here with that email, a link to a new password is on its way to it.">
        Look into your mail
      </AccountTitle>
      <p className="text-ink-2">
        The link works once, for {minutes} minutes. No letter? Look among the spam, or{" "}
        <Link href="/reset-password" prefetch={false} className="link">
          ask again
        </Link>
        .
      </p>
    </>
  )
}
