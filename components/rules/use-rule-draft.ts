"use client"
import { useState } from "react"
import { v7 } from "uuid"
import { isSameBook } from "@/lib/sales/rule-sets/check-book"
import type { Book, Rule } from "@/lib/sales/rule-sets/rule"
import { kindNamed, type RuleKind } from "./kinds"

/** The rules as they stand in somebody's browser, not kept yet, and what is read out of each change. */
export function useRuleDraft(kind: RuleKind, kept: Book) {
  const [book, setBook] = useState(kept)
  const [news, setNews] = useState("")
  const { rules } = book
  const set = (next: readonly Rule[], said: string) => {
    setBook({ ...book, rules: next })
    setNews(said)
  }
  return {
    book,
    news,
    isChanged: !isSameBook(book, kept),
    blank: (): Rule => ({ id: v7(), name: "", isOn: true, when: null, effect: kindNamed(kind).firstEffect }),
    put: (rule: Rule) => {
      const isKnown = rules.some(({ id }) => id === rule.id)
      set(
        isKnown ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule],
        `${rule.name} ${isKnown ? "changed" : "added"}`,
      )
    },
    turn: (rule: Rule, isOn: boolean) =>
      set(
        rules.map((one) => (one.id === rule.id ? { ...one, isOn } : one)),
        `${rule.name} turned ${isOn ? "on" : "off"}`,
      ),
    remove: (rule: Rule) =>
      set(
        rules.filter(({ id }) => id !== rule.id),
        `${rule.name} removed`,
      ),
    move: (rule: Rule, to: number) => {
      const others = rules.filter(({ id }) => id !== rule.id)
      const place = Math.max(0, Math.min(others.length, to))
      set([...others.slice(0, place), rule, ...others.slice(place)], `${rule.name} is rule ${place + 1} of ${rules.length}`)
    },
    configure: (settings: unknown) => setBook({ ...book, settings }),
    revert: () => {
      setBook(kept)
      setNews("Your changes were thrown away")
    },
  }
}
