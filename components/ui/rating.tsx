const LEVELS: Record<string, string> = { Cold: "33%", Warm: "67%", Hot: "100%" }

/** Hot, Warm or Cold: three bars and the word. */
export function Rating({ word }: { word: string }) {
  return (
    <span className="rating" style={{ "--level": LEVELS[word] ?? "0%" }}>
      {word}
    </span>
  )
}
