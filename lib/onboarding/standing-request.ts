import type { Tx } from "@/lib/platform/db"

type Merged = { id: string; mergedIntoId: string | null; email: string }

/**
 * The request that is decided in place of one that was merged, however often; the request itself where it was not. `isMine` says whether the same address sent both:
 * nobody reads or withdraws what somebody else sent.
 */
export async function standingRequest<Request extends Merged>(tx: Tx, request: Request) {
  let standing = await tx.prospect.findUniqueOrThrow({ where: { id: request.id } })
  while (standing.mergedIntoId) standing = await tx.prospect.findUniqueOrThrow({ where: { id: standing.mergedIntoId } })
  return { standing, isMine: standing.email === request.email, isMerged: standing.id !== request.id }
}
