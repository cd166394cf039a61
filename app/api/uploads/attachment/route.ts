import { uploadRoute } from "@/lib/identity/upload-route"
import { uploadAttachment } from "@/lib/sales/activities/upload-attachment"

const mostBytes = 11 * 1_048_576

/** Takes a file for a note that is being written. The command says in words how large it may be; what is far larger is not read. */
export const PUT = uploadRoute("note:add", mostBytes, (ctx, { bytes, asked }) =>
  uploadAttachment(ctx, { name: asked.get("name") ?? "", bytes }),
)
