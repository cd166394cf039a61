import Link from "next/link"

/** A number, and the list that it counts. `label` says what is counted where no head of a table does. */
export function CountLink({
  figure,
  label,
  className = "count",
}: {
  figure: { n: number; href: string }
  label?: string
  className?: string
}) {
  const number = figure.n.toLocaleString("en")
  return (
    <Link href={figure.href} prefetch={false} className={className} aria-label={label ? `${label}: ${number}` : undefined}>
      {number}
    </Link>
  )
}
