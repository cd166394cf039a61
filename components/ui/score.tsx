/** A score from 0 to 100 with its grade. */
export function Score({ score, grade }: { score: number; grade: string }) {
  return (
    <span className="score" data-grade={grade}>
      {score} <b>{grade}</b>
    </span>
  )
}
