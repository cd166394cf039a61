import { Fragment, type ReactNode } from "react"
import { accountName, contactName, stageOf } from "@/lib/sync/conversion/lines"
import { counted } from "../counted"
import type { DeskProps } from "./desk-props"

/** What qualifying does, in one sentence with names and counts. */
export function DeskSentence({ work, plan }: Pick<DeskProps, "work" | "plan">) {
  const { account, contact, opportunity } = plan
  const created = [
    account.make === "create" ? "1 account" : null,
    contact.make === "create" ? "1 contact" : null,
    opportunity.make === "create" ? counted(opportunity.opportunities.length, "opportunity", "opportunities") : null,
  ].filter((part) => part !== null)
  const stage = stageOf(plan)
  const deeds: ReactNode[] = [
    <>
      Qualifies <b>{work.companyName}</b>
    </>,
    ...used(account, accountName(account.values), "account"),
    ...used(contact, contactName(contact.values), "contact"),
    ...(created.length > 0 ? [<>creates {names(created)}</>] : []),
    ...(opportunity.make === "attach"
      ? [
          <>
            joins <b>{opportunity.known.topic}</b>
          </>,
        ]
      : []),
    stage ? (
      <>
        moves the process to <b>{stage}</b>
      </>
    ) : (
      "skips the opportunity"
    ),
  ]
  return (
    <p className="max-w-[900px]">
      {deeds.map((deed, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence
        <Fragment key={place}>
          {place > 0 && (place === deeds.length - 1 ? " and " : ", ")}
          {deed}
        </Fragment>
      ))}
      . No mail is sent.
    </p>
  )
}

function used(party: DeskProps["plan"]["account"] | DeskProps["plan"]["contact"], name: string, noun: string): ReactNode[] {
  if (party.make === "create") return []
  const fields = party.changes.length
  return [
    fields > 0 ? (
      <>
        updates <b>{counted(fields, "field")}</b> of the {noun} <b>{name}</b>
      </>
    ) : (
      <>
        uses the {noun} <b>{name}</b>
      </>
    ),
  ]
}

const names = (list: readonly string[]) =>
  list.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && (place === list.length - 1 ? " and " : ", ")}
      <b>{name}</b>
    </Fragment>
  ))
