const LEVELS = { Cold: "33%", Warm: "67%", Hot: "100%" }

/** Hot, Warm or Cold: three bars and the word. */
export function Rating({ word }: { word: keyof typeof LEVELS }) {
  return (
    <span className="rating" style={{ "--level": LEVELS[word] }}>
      {word}
    </span>
  )
}
