import { readFileSync, writeFileSync } from "node:fs"
import type { Figure } from "./in-turns"
import { machine, versions } from "./machine"
import { judge, type Measured } from "./targets"
import type { AtRest } from "./weight"

const page = "docs/BENCHMARKS.md"
const [begin, end] = ["<!-- measured: npm run bench -- --write replaces what stands between here -->", "<!-- and here -->"]

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`
const table = (heads: readonly string[], rows: readonly string[][]) =>
  [row(heads), row(heads.map((_, at) => (at < 1 ? "---" : "---:"))), ...rows.map(row)].join("\n")

const names: Record<Figure["who"], string> = { product: "**Gangway**", bare: "bare Next", pgbench: "pgbench", copy: "COPY" }
const short = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1))

function figureRow(figure: Figure, all: readonly Figure[]): string[] {
  const { measure, leads, who, atOnce, perSecond, p50, p95, cpuMs = Number.NaN } = figure
  const share = (floor: Figure["who"]) => {
    const beside = all.find((other) => other.measure === measure && other.leads === leads && other.atOnce === atOnce && other.who === floor)
    return who === "product" && beside ? `${(perSecond / beside.perSecond).toFixed(2)} ×` : ""
  }
  return [
    measure,
    leads.toLocaleString("en"),
    String(atOnce),
    names[who],
    short(perSecond),
    short(p50),
    short(p95),
    Number.isNaN(cpuMs) ? "" : short(cpuMs),
    share("bare"),
    share("pgbench") || share("copy"),
  ]
}

const restRow = (who: string, { startedInMs, startCpuMs, memoryMb }: AtRest) => [
  who,
  `${startedInMs.toFixed(0)} ms`,
  `${startCpuMs.toFixed(0)} ms`,
  `${memoryMb.toFixed(0)} MB`,
]

/** Everything of one run as Markdown: where, with what, the figures, the targets. */
export function asMarkdown(
  measured: Measured,
  about: { server: string; settings: string; pgbench: string | null; method: string },
): string {
  const { figures, weights, atRest } = measured
  const heads = ["measure", "leads", "at once", "who", "per second", "p50 ms", "p95 ms", "CPU ms each", "of bare", "of the database"]
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
  const weighed = weights.map((weight) => [
    weight.path,
    kB(weight.pageBytes),
    kB(weight.pageBytesSent),
    String(weight.scripts),
    kB(weight.scriptBytesSent),
  ])
  const verdicts = judge(measured).map(({ measure, must, aim, got, verdict }) => [measure, must, aim, got, verdict])
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${machine()}. ${versions()}. PostgreSQL ${about.server}: ${about.settings}. ${
      about.pgbench ? `pgbench ${about.pgbench}` : "pgbench is not installed, so its rows are missing"
    }. ${about.method}`,
    "### Targets",
    table(["measure", "must", "aim", "measured", "verdict"], verdicts),
    "### Figures",
    table(
      heads,
      figures.map((figure) => figureRow(figure, figures)),
    ),
    "### Weight",
    table(["page", "HTML", "HTML sent", "scripts", "JavaScript sent"], weighed),
    table(
      ["web", "start to first answer", "of it CPU", "memory at rest"],
      [restRow("Gangway", atRest.product), restRow("bare Next", atRest.bare)],
    ),
  ].join("\n\n")
}

/** Puts the figures of a run into the page that keeps them. */
export function keepReport(markdown: string): void {
  const text = readFileSync(page, "utf8")
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${page} has lost the two lines between which the figures stand`)
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`)
}
