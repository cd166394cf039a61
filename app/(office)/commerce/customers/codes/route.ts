import { listCodes } from "@/lib/commerce/customers/codes"
import { staffRoute } from "@/lib/identity/staff-route"

/** The codes of one value list: for filters archived ones too, since customers may have them still; with `?standing` those that can be chosen. */
export const GET = staffRoute("customer:read", async (_, request) => {
  const { searchParams } = new URL(request.url)
  const codes = (await listCodes()).filter(
    ({ list, archivedAt }) => list === searchParams.get("list") && (archivedAt === null || !searchParams.has("standing")),
  )
  return Response.json(codes.map(({ code, name }) => ({ value: code, word: `${code}, ${name}` })))
})
