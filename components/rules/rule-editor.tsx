"use client"
import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core"
import { ListChecks, Plus } from "lucide-react"
import { type ReactNode, useState } from "react"
import { useHoldLive } from "@/components/shell/use-live"
import { Button } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { Section } from "@/components/ui/section"
import { checkBook, isSameBook } from "@/lib/sales/rule-sets/check-book"
import { namesOf } from "@/lib/sales/rule-sets/names"
import type { RehearsalView, RuleSetView } from "@/lib/sales/rule-sets/queries"
import { mostRules, type Rule } from "@/lib/sales/rule-sets/rule"
import { ruleSentence } from "@/lib/sales/rule-sets/sentence"
import { kindNamed, type RuleKind } from "./kinds"
import { RehearsalSection } from "./rehearsal-section"
import { RuleCommands } from "./rule-commands"
import { RuleDialog } from "./rule-dialog"
import { RuleRow } from "./rule-row"
import { settingsFields } from "./settings-fields"
import { useRuleDraft } from "./use-rule-draft"

export type RuleEditorProps = {
  kind: RuleKind
  set: RuleSetView
  /** Everybody who works in Sales, and whoever the rules name, by id. */
  people: Readonly<Record<string, string>>
  /** Why this person cannot change the rules; null when they can. */
  reason: string | null
  /** What the rules of this kind are for, where there are none yet. */
  emptyText: string
  /** The newest rehearsal of this kind. */
  rehearsal: RehearsalView | null
  /** What stands below the rules. */
  children?: ReactNode
}

/** The rules of a kind as one edits them: in their order, each as a sentence. Nothing holds before it is published. */
export function RuleEditor({ kind, set, people, reason, emptyText, rehearsal, children }: RuleEditorProps) {
  const draft = useRuleDraft(kind, set.draft)
  const { book, news } = draft
  const [opened, open] = useState<{ rule: Rule; isNew: boolean } | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  useHoldLive(draft.isChanged || opened !== null)
  const of = kindNamed(kind)
  const { problems } = checkBook(of, book)
  const names = namesOf(people, of.subject)
  const SettingsFields = settingsFields[kind]
  const settingsErrors = Object.fromEntries(
    Object.entries(problems).flatMap(([place, words]) => (place.startsWith("settings.") ? [[place.slice(9), words]] : [])),
  )
  const drop = ({ active, over }: DragEndEvent) => {
    const to = book.rules.findIndex(({ id }) => id === over?.id)
    const rule = book.rules.find(({ id }) => id === active.id)
    if (rule && to >= 0 && over?.id !== active.id) draft.move(rule, to)
  }
  const full = book.rules.length >= mostRules ? `A set has at most ${mostRules} rules.` : null
  return (
    <>
      <RuleCommands kind={kind} set={set} book={book} people={people} isChanged={draft.isChanged} reason={reason} onRevert={draft.revert} />
      <div className="max-w-[860px] px-6 py-4 max-m:px-4">
        <Section
          title="Rules"
          aside={
            <Button
              size="s"
              tone="ghost"
              icon={<Plus aria-hidden="true" />}
              reason={reason ?? full}
              aria-haspopup="dialog"
              onClick={() => open({ rule: draft.blank(), isNew: true })}
            >
              Add rule
            </Button>
          }
        >
          {book.rules.length === 0 ? (
            <Empty icon={<ListChecks />} title="No rules yet" text={emptyText} boxed />
          ) : (
            <DndContext sensors={sensors} onDragEnd={drop}>
              <ol aria-label="Rules in order">
                {book.rules.map((rule, place) => (
                  <RuleRow
                    key={rule.id}
                    rule={rule}
                    sentence={ruleSentence(of, rule, names)}
                    place={place}
                    last={book.rules.length - 1}
                    reason={reason}
                    problem={Object.entries(problems).find(([at]) => at.startsWith(rule.id))?.[1]}
                    onMove={(to) => draft.move(rule, to)}
                    onTurn={(isOn) => draft.turn(rule, isOn)}
                    onEdit={() => open({ rule, isNew: false })}
                    onRemove={() => draft.remove(rule)}
                  />
                ))}
              </ol>
            </DndContext>
          )}
        </Section>
        {SettingsFields && <SettingsFields settings={book.settings} onChange={draft.configure} errors={settingsErrors} reason={reason} />}
        {rehearsal && <RehearsalSection kind={kind} rehearsal={rehearsal} isStale={!isSameBook(rehearsal.book, book)} people={people} />}
        {children}
      </div>
      <p role="status" className="sr-only">
        {news}
      </p>
      {opened && (
        <RuleDialog
          kind={kind}
          rule={opened.rule}
          isNew={opened.isNew}
          taken={book.rules.flatMap(({ id, name }) => (id === opened.rule.id ? [] : [name]))}
          people={people}
          onDone={(rule) => {
            draft.put(rule)
            open(null)
          }}
          onClose={() => open(null)}
        />
      )}
    </>
  )
}
