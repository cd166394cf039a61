import type { Metadata } from "next"
import { AccountTitle } from "@/components/identity/account-title"
import { PasswordForm } from "@/components/identity/password-form"
import { SpentReset } from "@/components/identity/spent-reset"
import { resetPassword } from "@/lib/identity/actions"
import { openReset } from "@/lib/identity/reset-password"

// "no-referrer" would also hide the Origin that the form's action insists on.
export const metadata: Metadata = { title: "Set a new password", referrer: "same-origin", robots: { index: false, follow: false } }

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const opened = await openReset(token, new Date())
  // Not notFound(), whose page Next shows by script alone.
  if (!opened) return <SpentReset />
  const { email } = opened.person
  return (
    <>
      <AccountTitle intro={`For ${email}. Every browser that is signed in as you is signed out.`}>Set a new password</AccountTitle>
      <PasswordForm action={resetPassword} token={token} email={email} label="New password" button="Set password" />
    </>
  )
}
