import { judgeEngine, qualities } from "./judge-engine"

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** How good the engine's verdicts are on the labelled pairs, as Markdown: the half that it was tuned by, and the half that it never saw. */
export function matchQuality(): string {
  const judged = judgeEngine()
  const rows = (["training", "test"] as const).flatMap((half) => {
    const pairs = judged.filter((pair) => pair.half === half)
    return qualities(pairs).map(
      ({ from, precision, recall, f1 }) =>
        `| ${half} | ${pairs.length.toLocaleString("en")} | ${from} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`,
    )
  })
  const stories = [...new Set(judged.map(({ story }) => story))].map((story) => {
    const pairs = judged.filter((pair) => pair.story === story && pair.half === "test")
    const called = (verdict: string | null) => String(pairs.filter(({ scored }) => scored.verdict === verdict).length)
    return `| ${story} | ${pairs[0]?.isSame ? "same" : "not the same"} | ${[...["certain", "likely", "possible"].map(called), called(null)].join(" | ")} |`
  })
  return [
    "### Matching",
    ["| half | pairs | called at least | precision | recall | F1 |", "| --- | ---: | --- | ---: | ---: | ---: |", ...rows].join("\n"),
    "Of the half that the engine was not tuned by, story by story:",
    ["| story | truth | certain | likely | possible | nothing |", "| --- | --- | ---: | ---: | ---: | ---: |", ...stories].join("\n"),
  ].join("\n\n")
}
