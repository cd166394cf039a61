/** The way that a map writes, as a line between two rings; dotted while it does not run. Says nothing that the words do not. */
export function MapArrow({ both, isRunning }: { both: boolean; isRunning: boolean }) {
  return (
    <svg
      width="84"
      height="10"
      viewBox="0 0 84 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      className={isRunning ? "text-good" : "text-ink-3"}
    >
      <circle cx="4" cy="5" r="3" />
      <circle cx="80" cy="5" r="3" />
      <path d="M10 5h64" strokeDasharray={isRunning ? undefined : "2 4"} />
      <path d="m70 1.5 4 3.5-4 3.5" />
      {both && <path d="m14 1.5-4 3.5 4 3.5" />}
    </svg>
  )
}
