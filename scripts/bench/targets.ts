import { bulkMeasures } from "./bulk"
import { creditMeasures } from "./credit"
import type { Figure } from "./in-turns"
import type { AtRest, Weight } from "./weight"

export type Measured = {
  small: number
  large: number
  figures: readonly Figure[]
  weights: readonly Weight[]
  atRest: { product: AtRest; bare: AtRest }
}
export type Verdict = { measure: string; must: string; aim: string; got: string; verdict: "aim" | "must" | "missed" | "not measured" }

type Target = { measure: string; unit: "×" | "kB" | "MB" | "ms" | "/s"; must: number; aim: number; isLessBetter?: boolean; got: number }

/** The share of one contestant in another, by requests per second or by the median time. */
function ratios({ figures }: Measured) {
  const find = (measure: string, leads: number, who: Figure["who"], atOnce: number) =>
    figures.find((figure) => figure.measure === measure && figure.leads === leads && figure.who === who && figure.atOnce === atOnce)
  const perSecond = (measure: string, leads: number, atOnce: number, floor: Figure["who"]) =>
    (find(measure, leads, "product", atOnce)?.perSecond ?? Number.NaN) / (find(measure, leads, floor, atOnce)?.perSecond ?? Number.NaN)
  const p50 = (measure: string, leads: number) => find(measure, leads, "product", 1)?.p50 ?? Number.NaN
  const p95 = (measure: string, leads: number) => find(measure, leads, "product", 1)?.p95 ?? Number.NaN
  return { perSecond, p50, p95 }
}

export const saveOfOneEdit = "save of one edit"
export const paletteSearch = "palette search"
export const searchRows = "search, the rows"
export const exportAs = { csv: "export of every lead as CSV, rows", xlsx: "export of every lead as Excel, rows" }
export const importOfLeads = "import of leads from CSV, rows"
export const firstPage = "first page of the lead grid"
export const firstPageWithin = "first page of the lead grid, come to from another list"
/** Those that begin with "page:" are judged by how they grow, those with "count:" by how long they take. */
export const prospectPages = {
  first: "page: prospects",
  filtered: "page: prospects, filtered and sorted",
  searched: "page: prospects, searched",
  deep: "page: prospects, half-way down",
  due: "page: prospects, what is due first",
  tab: "page: prospects of a tab, with the counts of all tabs",
  counts: "count: prospects of a tab",
}
export const deepPage = (leads: number) => `page at row ${(leads / 2).toLocaleString("en")}`

/** The project's targets, each beside what this run gave. */
export function judge(measured: Measured): Verdict[] {
  const { small, large, figures, weights, atRest } = measured
  const { perSecond, p50, p95 } = ratios(measured)
  const kB = (path: string) => (weights.find((weight) => weight.path === path)?.scriptBytesSent ?? Number.NaN) / 1000
  const among = `at ${large.toLocaleString("en")} leads`
  const targets: Target[] = [
    {
      measure: `submit a request, 16 at once, against the bare insert, ${among}`,
      ...{ unit: "×", must: 0.6, aim: 1.2, got: perSecond("submit a request", large, 16, "bare") },
    },
    {
      measure: `first page with its count, median ${among} against ${small.toLocaleString("en")}`,
      ...{ unit: "×", must: 1.3, aim: 1.1, isLessBetter: true, got: p50(firstPage, large) / p50(firstPage, small) },
    },
    {
      measure: `${deepPage(large)} against the first page, median`,
      ...{ unit: "×", must: 1.3, aim: 1.05, isLessBetter: true, got: p50(deepPage(large), large) / p50(firstPage, large) },
    },
    {
      measure: `grid page, 8 at once, against the bare page of fifty rows, ${among}`,
      ...{ unit: "×", must: 0.6, aim: 1, got: perSecond(firstPage, large, 8, "bare") },
    },
    {
      measure: `search in the database, p95 of the rows, ${among}`,
      ...{ unit: "ms", must: 50, aim: 10, isLessBetter: true, got: p95(searchRows, large) },
    },
    {
      measure: `${paletteSearch}, p95 ${among}`,
      ...{ unit: "ms", must: 50, aim: 10, isLessBetter: true, got: p95(paletteSearch, large) },
    },
    {
      measure: `whole qualification, 16 at once, against pgbench, ${among}`,
      ...{ unit: "×", must: 0.2, aim: 0.4, got: perSecond("qualify a lead", large, 16, "pgbench") },
    },
    { measure: "JavaScript of the public form, compressed", unit: "kB", must: 190, aim: 150, isLessBetter: true, got: kB("/request") },
    { measure: "JavaScript of the lead grid, compressed", unit: "kB", must: 250, aim: 190, isLessBetter: true, got: kB("/sales/leads") },
    { measure: "web from start to first answer", unit: "ms", must: 2000, aim: 1000, isLessBetter: true, got: atRest.product.startedInMs },
    { measure: "web's memory at rest", unit: "MB", must: 140, aim: 100, isLessBetter: true, got: atRest.product.memoryMb },
  ]
  const runs = figures.some(({ measure }) => measure === bulkMeasures.look) ? [small, large].flatMap(bulkTargets) : []
  function bulkTargets(leads: number): Target[] {
    const at = `at ${leads.toLocaleString("en")} leads`
    const perSecondOf = figures.find(
      (figure) => figure.measure === bulkMeasures.qualify && figure.leads === leads && figure.who === "product",
    )
    return [
      {
        measure: `dry run of 10,000 leads, first result, ${at}`,
        ...{ unit: "ms", must: 2000, aim: 1000, isLessBetter: true, got: p50(bulkMeasures.look, leads) },
      },
      {
        measure: `qualification in bulk, leads a second, ${at}`,
        ...{ unit: "/s", must: 200, aim: 400, got: perSecondOf?.perSecond ?? Number.NaN },
      },
      {
        measure: `first page while a run goes on, median against none, ${at}`,
        ...{ unit: "×", must: 2, aim: 1.5, isLessBetter: true, got: p50(bulkMeasures.busy, leads) / p50(bulkMeasures.idle, leads) },
      },
    ]
  }
  const ofPage = (measure: string): Target => ({
    measure: `${measure}, median ${among} against ${small.toLocaleString("en")}`,
    ...{ unit: "×", must: 1.3, aim: 1.1, isLessBetter: true, got: p50(measure, large) / p50(measure, small) },
  })
  const prospectGrid: Target[] = figures.some(({ measure }) => measure === prospectPages.first)
    ? [
        {
          measure: `prospect grid page, 8 at once, against the bare page of fifty rows, ${among}`,
          ...{ unit: "×", must: 0.6, aim: 1, got: perSecond(prospectPages.first, large, 8, "bare") },
        },
        {
          measure: `prospects half-way down against their first page, median ${among}`,
          ...{ unit: "×", must: 1.3, aim: 1.05, isLessBetter: true, got: p50(prospectPages.deep, large) / p50(prospectPages.first, large) },
        },
      ]
    : []
  const grownPages = [...new Set(measured.figures.map(({ measure }) => measure).filter((measure) => /^(page:|save)/.test(measure)))]
  const serverTime: Target = {
    measure: `grid page's server time against the bare page of fifty rows, one at a time, ${among}`,
    ...{ unit: "×", must: 1.5, aim: 1, isLessBetter: true, got: 1 / perSecond(firstPage, large, 1, "bare") },
  }
  const navigation: Target = {
    measure: `grid page's server time, come to from another list, against the bare page of fifty rows, one at a time, ${among}`,
    ...{ unit: "×", must: 1.5, aim: 1, isLessBetter: true, got: 1 / perSecond(firstPageWithin, large, 1, "bare") },
  }
  const ofFloor = (measure: string, floor: "pgbench" | "copy", must: number, aim: number): Target => ({
    measure: `${measure}, against ${floor === "copy" ? "COPY" : floor}, ${among}`,
    ...{ unit: "×", must, aim, got: perSecond(measure, large, 1, floor) },
  })
  const ofCredit = (measure: string, must: number, aim: number): Target => ({
    measure: `${measure}, 16 at once, against pgbench`,
    ...{ unit: "×", must, aim, got: perSecond(measure, large, 16, "pgbench") },
  })
  const floors = [
    ofCredit(creditMeasures.hotCommand, 0.5, 0.8),
    ofCredit(creditMeasures.manyCommand, 0.3, 0.6),
    ofFloor(saveOfOneEdit, "pgbench", 0.1, 0.3),
    ofFloor(exportAs.csv, "copy", 0.2, 0.4),
    ofFloor(exportAs.xlsx, "copy", 0.1, 0.25),
    ofFloor(importOfLeads, "copy", 0.3, 0.5),
  ]
  const counts = [...new Set(measured.figures.map(({ measure }) => measure).filter((measure) => measure.startsWith("count:")))]
  const counted = counts.map(
    (measure): Target => ({
      measure: `${measure}, which comes after its page, p95 ${among}`,
      ...{ unit: "ms", must: 400, aim: 100, isLessBetter: true, got: p95(measure, large) },
    }),
  )
  return [...targets, serverTime, navigation, ...prospectGrid, ...runs, ...grownPages.map(ofPage), ...counted, ...floors].map(verdictOn)
}

function verdictOn({ measure, unit, must, aim, isLessBetter = false, got }: Target): Verdict {
  const meets = (bound: number) => (isLessBetter ? got <= bound : got >= bound)
  const said = (value: number) => (unit === "×" ? `${value.toFixed(2)} ×` : `${value.toFixed(0)} ${unit}`)
  const bound = (value: number) => `${isLessBetter ? "≤" : "≥"} ${unit === "×" ? `${value} ×` : `${value} ${unit}`}`
  if (Number.isNaN(got)) return { measure, must: bound(must), aim: bound(aim), got: "–", verdict: "not measured" }
  return { measure, must: bound(must), aim: bound(aim), got: said(got), verdict: meets(aim) ? "aim" : meets(must) ? "must" : "missed" }
}
