import { signOut } from "@/lib/identity/actions"

/** **Sign out** as a word in a header: a plain form, so that it works without a script. */
export function SignOutLink() {
  return (
    <form action={signOut}>
      <button type="submit" className="link min-h-6">
        Sign out
      </button>
    </form>
  )
}
