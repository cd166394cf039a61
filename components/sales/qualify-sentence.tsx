import type { LeadWorkView } from "./lead-work"
import { chosen, type QualifyChoice } from "./qualify-choice"

/** What qualifying does, in one sentence with names and counts. */
export function QualifySentence({ work, choice }: { work: LeadWorkView; choice: QualifyChoice }) {
  const { account, contact } = chosen(work, choice)
  const created = [
    account ? null : "1 account",
    contact ? null : "1 contact",
    choice.opportunity === "create" ? "1 opportunity" : null,
  ].filter((part) => part !== null)
  const used = [account?.name, contact?.name].filter((name) => name !== undefined)
  return (
    <p className="max-w-[900px]">
      Qualifies <b>{work.companyName}</b>
      {used.length > 0 && (
        <>
          , uses <Names names={used} />
        </>
      )}
      {created.length > 0 && (
        <>
          , creates <Names names={created} />
        </>
      )}
      {choice.opportunity === "create" ? (
        <>
          , and moves the process to <b>Develop</b>.
        </>
      ) : (
        " and skips the opportunity."
      )}{" "}
      No mail is sent.
    </p>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, place) => (
    <span key={name}>
      {place > 0 && (place === names.length - 1 ? " and " : ", ")}
      <b>{name}</b>
    </span>
  ))
}
