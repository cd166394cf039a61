"use client"
import { useEffect, useState } from "react"
import { listCountries } from "@/lib/platform/countries"
import type { Field } from "@/lib/platform/fields"
import { channelWord, inAll, inOnly, inSeveral } from "@/lib/platform/filter"

export type Choice = { value: string; word: string }

/** Where the choices of a field are asked for, which only the server knows: everybody who can own a record, every storefront, the codes of a value list. */
function sourceOf({ kind, codes, people }: Field): string | null {
  if (kind === "person") return people ?? "/sales/owners"
  if (kind === "channel") return "/commerce/channels"
  return codes ? `/commerce/customers/codes?list=${codes}` : null
}

type Answer = { id: string; name: string } | Choice

const asked = new Map<string, Promise<Choice[]>>()

/** Asked of the server once a page; an answer that did not come is asked for again. */
function askFor(source: string): Promise<Choice[]> {
  const before = asked.get(source)
  if (before) return before
  const answer = fetch(source)
    .then((response): Promise<Answer[]> => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
    .then((rows) => rows.map((row) => ("id" in row ? { value: row.id, word: row.name } : row)))
    .catch((error: unknown) => {
      asked.delete(source)
      throw error
    })
  asked.set(source, answer)
  return answer
}

const me: Choice = { value: "me", word: "Me" }

/** What a field that holds several channels can be compared with beside each of them. */
const sets = (channels: readonly Choice[]): Choice[] =>
  [...channels.map(({ value }) => inOnly(value)), inSeveral, inAll].map((value) => ({
    value,
    word: channelWord(value, Object.fromEntries(channels.map((one) => [one.value, one.word]))),
  }))

/** What a field can be compared with; of what only the server knows, what is known already until it answered. */
export function useChoices(field: Field, known: Readonly<Record<string, string>>, hasNoReader = false): readonly Choice[] {
  const source = sourceOf(field)
  const [answered, setAnswered] = useState<{ source: string; choices: readonly Choice[] } | null>(null)
  useEffect(() => {
    let isHere = true
    if (source)
      askFor(source)
        .then((choices) => isHere && setAnswered({ source, choices }))
        .catch(() => {})
    return () => {
      isHere = false
    }
  }, [source])
  if (source) {
    const soFar = field.codes ? [] : Object.entries(known).map(([value, word]) => ({ value, word }))
    const all = answered?.source === source ? answered.choices : soFar
    if (field.isSet) return [...all, ...sets(all)]
    return field.kind === "person" && !hasNoReader ? [me, ...all] : all
  }
  if (field.kind === "country") return listCountries().map(({ code, name }) => ({ value: code, word: name }))
  return Object.entries(field.words ?? {}).map(([value, word]) => ({ value, word }))
}
