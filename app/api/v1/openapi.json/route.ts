import openapi from "@/docs/openapi.json"

/** What the API can be asked, for programs. */
export const GET = () => Response.json(openapi)
