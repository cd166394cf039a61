import Link from "next/link"
import type { ReactNode } from "react"
import { type Fact, Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { ChainState } from "@/lib/settings/audit/queries"
import type { HouseFacts as HouseFactsView, QueueView, Troubles, WorkerView } from "@/lib/settings/health/queries"

const figure = new Intl.NumberFormat("en")
const counted = 10_000
const many = (n: number) => (n >= counted ? `${figure.format(counted)} or more` : figure.format(n))
const size = (bytes: number) => (bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`)

type HouseFactsProps = {
  facts: HouseFactsView
  workers: readonly WorkerView[]
  queues: readonly QueueView[]
  troubles: Troubles
  chain: ChainState
  now: Date
}

/** How the house is doing: database, workers, queues, what went wrong, and which versions run. */
export function HouseFacts({ facts, workers, queues, troubles, chain, now }: HouseFactsProps) {
  const alive = workers.filter(({ isAlive }) => isAlive)
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(300px,1fr))] gap-x-10 border-t border-line px-6 pb-4 max-m:block max-m:px-4 [&_.section]:m-0! [&_.section]:border-t-0! [&_.section]:pt-5!">
      <Section title="Database" aside={<Status word="Running" plain />}>
        <Facts wide items={databaseFacts(facts)} />
      </Section>
      <Section
        title="Worker"
        aside={<Status word={alive.length > 0 ? "Running" : "Failed"} text={alive.length > 0 ? "Running" : "None runs"} plain />}
      >
        <Facts
          wide
          items={
            workers.length > 0 ? workers.slice(0, 5).map((worker) => workerFact(worker, now)) : [{ label: "Last heard", value: "Never" }]
          }
        />
      </Section>
      <Section title="Queues">
        <Facts wide items={queues.map((queue) => ({ label: queue.name, value: <Queue queue={queue} /> }))} />
      </Section>
      <Section title="Went wrong">
        <Facts
          wide
          items={[
            { label: "Failed letters", value: <Trouble n={troubles.failedMails} href="/settings/email/log?state=failed" /> },
            { label: "Parked reactions", value: <Trouble n={troubles.parkedFacts} /> },
            { label: "Catch-up errors", value: <Trouble n={troubles.catchUpErrors} href="/settings/integration" /> },
          ]}
        />
      </Section>
      <Section title="Audit">
        <Facts wide items={auditFacts(chain, facts.hasAuditSecret)} />
      </Section>
      <Section title="Versions">
        <Facts
          wide
          items={[
            { label: "Gangway", value: facts.version },
            { label: "Node", value: facts.node },
            { label: "PostgreSQL", value: facts.postgres },
            { label: "Last migration", value: facts.migration && <span className="wrap-anywhere">{facts.migration}</span> },
          ]}
        />
      </Section>
    </div>
  )
}

const databaseFacts = ({ answerMs, bytes, connections, mostConnections }: HouseFactsView): Fact[] => [
  { label: "Answers in", value: `${answerMs < 1 ? "less than 1" : Math.round(answerMs)} ms` },
  { label: "Size", value: size(bytes) },
  { label: "Connections", value: `${connections} of ${mostConnections}` },
  { label: "Last backup", value: "Not known. Gangway makes none: back PostgreSQL up." },
]

const workerFact = ({ id, host, pid, version, beatAt, isAlive }: WorkerView, now: Date): Fact => ({
  label: `${host}, ${pid}`,
  value: (
    <span key={id}>
      {isAlive ? `Heard ${Math.max(0, Math.round((now.getTime() - beatAt.getTime()) / 1000))} s ago` : "Silent since "}
      {!isAlive && <Moment at={beatAt} />}
      <span className="text-ink-3">{`, version ${version}`}</span>
    </span>
  ),
})

function Queue({ queue: { waiting, since } }: { queue: QueueView }) {
  if (waiting === 0) return <span className="text-ink-3">Empty</span>
  return (
    <>
      {many(waiting)}
      {since && (
        <span className="text-ink-3">
          {", since "}
          <Moment at={since} />
        </span>
      )}
    </>
  )
}

function Trouble({ n, href }: { n: number; href?: string }): ReactNode {
  if (n === 0) return <span className="text-ink-3">None</span>
  if (!href) return <span className="text-bad">{many(n)}</span>
  return (
    <Link href={href} prefetch={false} className="link">
      {many(n)}
    </Link>
  )
}

const auditFacts = ({ sealed, sealedAt, waiting, verifiedAt, isBroken, head }: ChainState, hasAuditSecret: boolean): Fact[] => [
  { label: "Sealed up to", value: sealedAt ? <Sealed sealed={sealed} at={sealedAt} /> : "Nothing is sealed yet" },
  { label: "Wait for a seal", value: waiting === 0 ? <span className="text-ink-3">None</span> : many(waiting) },
  { label: "Last verified", value: verifiedAt ? <Verified at={verifiedAt} isBroken={isBroken} /> : "Never" },
  { label: "Last hash", value: head && <code className="text-12 wrap-anywhere">{head}</code> },
  { label: "Signed with", value: hasAuditSecret ? "AUDIT_SECRET" : "AUTH_SECRET, since AUDIT_SECRET is not set" },
]

const Sealed = ({ sealed, at }: { sealed: number; at: Date }) => (
  <>
    {`Row ${figure.format(sealed)}, `}
    <Moment at={at} />
  </>
)

const Verified = ({ at, isBroken }: { at: Date; isBroken: boolean }) => (
  <>
    <Moment at={at} />
    {isBroken ? <span className="text-bad">, broken</span> : ", holds"}
  </>
)
