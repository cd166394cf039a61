import { AsideTitle } from "@/components/onboarding/public-columns"

const steps = [
  ["You send the request", "About 4 minutes. You get a reference number and a private link."],
  ["A person reads it", "Usually within a week. We may ask you a question."],
  ["You hear from us", "If approved, you set a password and sign in as your company’s Admin."],
] as const

/** Beside the form: what the applicant can expect. */
export function WhatHappensNext() {
  return (
    <>
      <AsideTitle>What happens next</AsideTitle>
      <ol className="mt-3.5">
        {steps.map(([title, text], index) => (
          <li key={title} className="relative pb-[18px] pl-[34px] text-ink-2">
            <span
              aria-hidden="true"
              className="absolute top-px left-0 grid size-[22px] place-items-center rounded-full bg-accent-soft text-12 font-semi text-accent-text"
            >
              {index + 1}
            </span>
            <b className="block text-ink">{title}</b>
            {text}
          </li>
        ))}
      </ol>
    </>
  )
}
