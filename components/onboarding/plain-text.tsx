import { PublicTitle } from "@/components/onboarding/public-title"

type PlainTextProps = { title: string; intro: string; parts: readonly { title: string; text: string }[] }

/** A page to read: a title and parts of plain text. */
export function PlainText({ title, intro, parts }: PlainTextProps) {
  return (
    <div className="max-w-[640px] pt-14 pb-20 max-m:pt-8 max-m:pb-14">
      <PublicTitle intro={intro}>{title}</PublicTitle>
      {parts.map((part) => (
        <section key={part.title} className="mt-9">
          <h2 className="text-20 font-title tracking-[-0.012em]">{part.title}</h2>
          <p className="mt-2 text-pretty">{part.text}</p>
        </section>
      ))}
    </div>
  )
}
