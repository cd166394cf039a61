import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { authOptions } from "@/lib/identity/next-auth"

type Context = { params: Promise<{ nextauth: string[] }> }

/** An address, a password and a token; next-auth itself would read any number of bytes. */
const mostBytes = 16_384

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN)
  if (request.method === "POST" && !(length <= mostBytes))
    return Response.json({ error: "This is too large to be taken." }, { status: 413 })
  return NextAuth(request, context, authOptions())
}

export { answer as GET, answer as POST }
