"use client"
import { useEffect, useState } from "react"
import { listCountries } from "@/lib/platform/countries"
import type { Field } from "@/lib/platform/fields"

export type Choice = { value: string; word: string }

let asked: Promise<Choice[]> | null = null

/** Everybody who can own a record, asked of the server once a page; an answer that did not come is asked for again. */
function askForPeople(): Promise<Choice[]> {
  asked ??= fetch("/sales/owners")
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((owners: { id: string; name: string }[]) => owners.map(({ id, name }) => ({ value: id, word: name })))
    .catch((error: unknown) => {
      asked = null
      throw error
    })
  return asked
}

const askedCodes = new Map<string, Promise<Choice[]>>()

/** The codes of a value list, asked of the server once a page. */
function askForCodes(list: string): Promise<Choice[]> {
  const known = askedCodes.get(list)
  if (known) return known
  const asking = fetch(`/commerce/customers/codes?list=${list}`)
    .then((answer): Promise<Choice[]> => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .catch((error: unknown) => {
      askedCodes.delete(list)
      throw error
    })
  askedCodes.set(list, asking)
  return asking
}

const me: Choice = { value: "me", word: "Me" }

/** What a field can be compared with; of people, whoever is known already until the server answered. */
export function useChoices(field: Field, known: Readonly<Record<string, string>>, hasNoReader = false): readonly Choice[] {
  const isPerson = field.kind === "person"
  const { codes } = field
  const [people, setPeople] = useState<readonly Choice[] | null>(null)
  const [listed, setListed] = useState<readonly Choice[]>([])
  useEffect(() => {
    let isHere = true
    if (isPerson)
      askForPeople()
        .then((owners) => isHere && setPeople(owners))
        .catch(() => {})
    if (codes)
      askForCodes(codes)
        .then((choices) => isHere && setListed(choices))
        .catch(() => {})
    return () => {
      isHere = false
    }
  }, [isPerson, codes])
  if (isPerson) {
    const everybody = people ?? Object.entries(known).map(([value, word]) => ({ value, word }))
    return hasNoReader ? everybody : [me, ...everybody]
  }
  if (codes) return listed
  if (field.kind === "country") return listCountries().map(({ code, name }) => ({ value: code, word: name }))
  return Object.entries(field.words ?? {}).map(([value, word]) => ({ value, word }))
}
