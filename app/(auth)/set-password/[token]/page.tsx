import type { Metadata } from "next"
import { AccountTitle } from "@/components/identity/account-title"
import { PasswordForm } from "@/components/identity/password-form"
import { SpentInvitation } from "@/components/identity/spent-invitation"
import { acceptInvitation } from "@/lib/portal/actions"
import { getInvitation, type InvitationView } from "@/lib/portal/invitation"

// "no-referrer" would also hide the Origin that the form's action insists on.
export const metadata: Metadata = { title: "Invitation", referrer: "same-origin", robots: { index: false, follow: false } }

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const invitation = await getInvitation(token)
  // Not notFound(), whose page Next shows by script alone.
  if (!invitation) return <SpentInvitation />
  const { hasPassword, email } = invitation
  return (
    <>
      <AccountTitle intro={<Invited {...invitation} />}>{hasPassword ? "Accept the invitation" : "Set your password"}</AccountTitle>
      <PasswordForm
        action={acceptInvitation}
        token={token}
        email={email}
        label={hasPassword ? "Password" : "New password"}
        button={hasPassword ? "Accept the invitation" : "Set password"}
      />
    </>
  )
}

function Invited({ email, organization, role, hasPassword }: InvitationView) {
  const ask = hasPassword ? "Enter the password that you have here for" : "From now on you sign in with it and"
  if (!organization) return `You are invited to work here. ${ask} ${email}.`
  return (
    <>
      You are invited to <b>{organization}</b> as {role}. {ask} {email}.
    </>
  )
}
