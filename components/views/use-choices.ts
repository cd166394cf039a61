"use client"
import { useEffect, useState } from "react"
import { listCountries } from "@/lib/platform/countries"
import type { Field } from "@/lib/platform/fields"

export type Choice = { value: string; word: string }

const asked = new Map<string, Promise<Choice[]>>()

/** Everybody who can own a record, asked of the server once a page; an answer that did not come is asked for again. */
function askForPeople(path: string): Promise<Choice[]> {
  const known = asked.get(path)
  if (known) return known
  const answer = fetch(path)
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
    .then((owners: { id: string; name: string }[]) => owners.map(({ id, name }) => ({ value: id, word: name })))
    .catch((error: unknown) => {
      asked.delete(path)
      throw error
    })
  asked.set(path, answer)
  return answer
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
  const path = field.people ?? "/sales/owners"
  const [people, setPeople] = useState<readonly Choice[] | null>(null)
  const [listed, setListed] = useState<readonly Choice[]>([])
  useEffect(() => {
    let isHere = true
    if (isPerson)
      askForPeople(path)
        .then((owners) => isHere && setPeople(owners))
        .catch(() => {})
    if (codes)
      askForCodes(codes)
        .then((choices) => isHere && setListed(choices))
        .catch(() => {})
    return () => {
      isHere = false
    }
  }, [isPerson, path, codes])
  if (isPerson) {
    const everybody = people ?? Object.entries(known).map(([value, word]) => ({ value, word }))
    return hasNoReader ? everybody : [me, ...everybody]
  }
  if (codes) return listed
  if (field.kind === "country") return listCountries().map(({ code, name }) => ({ value: code, word: name }))
  return Object.entries(field.words ?? {}).map(([value, word]) => ({ value, word }))
}
