import { keepPiece, pieceBytes } from "@/lib/exchange/import/begin-import"
import { insistOnStaff } from "@/lib/identity/actor"
import { insistOnOrigin } from "@/lib/identity/request"
import { staffRoute } from "@/lib/identity/staff-route"
import { inTransaction } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { isRecordId } from "@/lib/platform/record-href"

/** Takes one piece of a file, as bytes. It writes, so it asks what an action asks: the Origin, and the person in their own role. */
export const PUT = staffRoute("lead:import", async (_reader, request, { id = "" }) => {
  await insistOnOrigin()
  const staff = await insistOnStaff("lead:import")
  const place = Number(new URL(request.url).searchParams.get("place"))
  if (!isRecordId(id) || !Number.isInteger(place) || place < 0) throw notFound("upload")
  if (Number(request.headers.get("content-length")) > pieceBytes) throw new AppError("invalid", "A piece of the file is too large.")
  const bytes = new Uint8Array(await request.arrayBuffer())
  await inTransaction(staff, (ctx) => keepPiece({ ...ctx, actor: staff }, { id, place, bytes }))
  return new Response(null, { status: 204 })
})
