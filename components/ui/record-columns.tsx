import type { ReactNode } from "react"

type RecordColumnsProps = {
  /** Contact and Company. */
  left: ReactNode
  /** Timeline. */
  middle: ReactNode
  /** Details and related records; under the left column at 1180 px and less, last on a phone. */
  right: ReactNode
}

/** The three columns of a record page; fill them with Sections. */
export function RecordColumns({ left, middle, right }: RecordColumnsProps) {
  return (
    <div className="record-columns">
      <div>{left}</div>
      <div>{middle}</div>
      <div>{right}</div>
    </div>
  )
}
