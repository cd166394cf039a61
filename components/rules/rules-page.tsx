import { Strip } from "@/components/ui/strip"
import type { OpenedRules } from "@/lib/sales/rule-sets/queries"
import type { RuleKind } from "./kinds"
import { RuleEditor } from "./rule-editor"
import { RuleVersions } from "./rule-versions"
import { RunProgress } from "./run-progress"
import { VersionView } from "./version-view"

type RulesPageProps = { kind: RuleKind; rules: OpenedRules; reason: string | null; emptyText: string }

/** The page of a kind's rules: what the worker does with them, the rules, and their versions; or one version to be read. */
export function RulesPage({ kind, rules: { set, version, people, run, rehearsal }, reason, emptyText }: RulesPageProps) {
  if (version) return <VersionView kind={kind} version={version} />
  return (
    <>
      {run?.state === "running" && <RunProgress {...run} word="Scoring open leads" noun="leads" />}
      {run?.state === "failed" && (
        <Strip tone="bad">{`Scoring stopped after ${run.done.toLocaleString("en")} leads. ${run.error ?? ""} Publish again to go on.`}</Strip>
      )}
      <RuleEditor key={set.draftVersion} {...{ kind, set, people, reason, emptyText, rehearsal }}>
        <RuleVersions {...{ kind, set, reason }} />
      </RuleEditor>
    </>
  )
}
