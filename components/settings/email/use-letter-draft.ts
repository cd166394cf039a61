"use client"
import { useState } from "react"
import { cleanText } from "@/lib/platform/clean-text"

export type Words = { subject: string; body: string }

const isSame = (one: Words, other: Words) => one.subject.trim() === other.subject.trim() && cleanText(one.body) === cleanText(other.body)

type Typed = {
  /** The version over which they were typed, and what it said. */
  of: number
  base: Words
  words: Words
}

/** What was typed and not yet saved stays while one looks at another language or page. */
const left = new Map<string, Typed>()

/** The words of a letter as somebody types them, over those that are saved. */
export function useLetterDraft(key: string, saved: Words, version: number) {
  const asSaved = { of: version, base: saved, words: saved }
  const [typed, set] = useState<Typed>(() => left.get(key) ?? asSaved)
  const keep = (next: Typed) => {
    left.set(key, next)
    set(next)
  }
  const words = isSame(typed.words, typed.base) ? saved : typed.words
  const isChanged = !isSame(words, saved)
  if (!isChanged && typed.of !== version) {
    left.delete(key)
    set(asSaved)
  }
  return {
    words,
    isChanged,
    /** Somebody else saved other words since these were begun. */
    isOvertaken: isChanged && typed.of !== version,
    write: (change: Partial<Words>) => keep({ ...(isChanged ? typed : asSaved), words: { ...words, ...change } }),
    /** Goes on over what somebody else saved. */
    insist: () => keep({ of: version, base: saved, words }),
    revert: () => {
      left.delete(key)
      set(asSaved)
    },
  }
}
