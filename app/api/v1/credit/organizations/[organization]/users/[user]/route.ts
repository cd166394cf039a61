import { getUserByApi } from "@/lib/commerce/credit/api"
import { apiReading } from "@/lib/identity/api-keys/api-route"

/** What a user may still spend. */
export const GET = apiReading("credit:read", getUserByApi)
