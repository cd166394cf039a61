import { AccountTitle } from "@/components/identity/account-title"
import { ButtonLink } from "@/components/ui/button-link"

/** For somebody who has signed in and has no place here: not yet, not any more, or a page that is not there. */
export default function PortalNotFound() {
  return (
    <div className="max-w-[560px] pt-14 pb-20 max-m:pt-8">
      <AccountTitle intro="The page is not there, or you have no place with an organization here. If you were invited, open the link in the letter.">
        Nothing to see here
      </AccountTitle>
      <ButtonLink href="/" size="public">
        To the start
      </ButtonLink>
    </div>
  )
}
