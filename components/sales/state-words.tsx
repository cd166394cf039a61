import { Status } from "@/components/ui/status"

type StateWordsProps = { state: string; reason: string }

/** In which state a record is, and for which reason where that says more. */
export function StateWords({ state, reason }: StateWordsProps) {
  return (
    <>
      <Status word={state} pill />
      {reason !== state && <Status word={reason} />}
    </>
  )
}
