import { PublicTitle } from "@/components/onboarding/public-title"
import { ButtonLink } from "@/components/ui/button-link"

const gains = [
  ["One answer, once", "Your request is decided by one person, and what is decided holds at once."],
  ["Bring your colleagues", "You are your company’s Admin: add people, take them off, hand the keys on."],
  ["Know where you stand", "A person reads your request. A private link shows you where it is."],
] as const

/** The public front page: what a partner gets and the way in. */
export function Landing({ storeName }: { storeName: string }) {
  return (
    <div className="pt-24 pb-24 max-m:pt-12 max-m:pb-14">
      <div className="max-w-[760px]">
        <PublicTitle
          intro={`Tell ${storeName} who you are and what you need. It takes about four minutes, and you hear from us usually within a week.`}
        >
          Buy for your company
        </PublicTitle>
        <div className="mt-9 flex flex-wrap items-center gap-x-7 gap-y-4">
          <ButtonLink href="/request" tone="primary" size="public" className="max-m:w-full">
            Become a business partner
          </ButtonLink>
        </div>
      </div>
      <ul className="mt-24 grid grid-cols-3 gap-x-12 gap-y-8 border-t border-line-2 pt-8 max-[800px]:grid-cols-1 max-m:mt-14">
        {gains.map(([title, text]) => (
          <li key={title}>
            <h2 className="text-18 font-title tracking-[-0.012em]">{title}</h2>
            <p className="mt-1.5 text-pretty text-ink-2">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
