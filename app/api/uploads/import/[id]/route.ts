import { keepPiece, pieceBytes } from "@/lib/exchange/import/begin-import"
import { uploadRoute } from "@/lib/identity/upload-route"
import { notFound } from "@/lib/platform/errors"
import { isRecordId } from "@/lib/platform/record-href"

/** Takes one piece of a file of leads. */
export const PUT = uploadRoute("lead:import", pieceBytes, async (ctx, { bytes, asked, params: { id = "" } }) => {
  const place = Number(asked.get("place"))
  if (!isRecordId(id) || !Number.isInteger(place) || place < 0) throw notFound("upload")
  return keepPiece(ctx, { id, place, bytes })
})
