import { listCodes } from "@/lib/commerce/customers/codes"
import { staffRoute } from "@/lib/identity/staff-route"

/** The codes of one value list, for filters: archived ones too, since customers may have them still. */
export const GET = staffRoute("customer:read", async (_, request) => {
  const list = new URL(request.url).searchParams.get("list")
  const codes = (await listCodes()).filter((code) => code.list === list)
  return Response.json(codes.map(({ code, name }) => ({ value: code, word: `${code}, ${name}` })))
})
