import type { ReactNode } from "react"

type DeskLineProps = { label: string; request: ReactNode; match: ReactNode; result: ReactNode; isGroup?: boolean }

const cell = "px-4 py-[7px] align-top wrap-anywhere max-m:grid max-m:grid-cols-[92px_minmax(0,1fr)] max-m:px-6 max-m:py-1"

/** One line of the desk: what was asked for, what is there, what will be. On a phone one under the other. */
export function DeskLine({ label, request, match, result, isGroup }: DeskLineProps) {
  return (
    <tr className={`border-t ${isGroup ? "border-line-2" : "border-line"} max-m:py-2`}>
      <th
        scope="row"
        className={`py-[7px] pr-3 pl-6 text-left align-top max-m:block max-m:font-semi max-m:text-ink ${isGroup ? "font-semi" : "font-regular text-ink-3"}`}
      >
        {label}
      </th>
      <td className={cell}>
        <Where>Request</Where>
        <div>{request}</div>
      </td>
      <td className={cell}>
        <Where>Match</Where>
        <div>{match}</div>
      </td>
      <td className={`${cell} border-l border-accent-line bg-accent-soft font-medium max-m:border-l-0`}>
        <Where>Result</Where>
        <div>{result}</div>
      </td>
    </tr>
  )
}

const Where = ({ children }: { children: string }) => <span className="hidden text-12 leading-5 text-ink-3 max-m:block">{children}</span>
