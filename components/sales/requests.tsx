import type { OpportunityWorkView } from "./opportunity-work"

/** The requests that a close decides, by name and number. */
export function Requests({ requests, companyName }: Pick<OpportunityWorkView, "requests" | "companyName">) {
  const [only] = requests
  if (requests.length === 1 && only) {
    return (
      <>
        <b>{companyName}</b> ({only.number})
      </>
    )
  }
  return (
    <>
      <b>{requests.length} requests</b>:{" "}
      {requests.map(({ number, companyName: name }, place) => (
        <span key={number}>
          {place > 0 && (place === requests.length - 1 ? " and " : ", ")}
          <b>{name}</b> ({number})
        </span>
      ))}
    </>
  )
}
