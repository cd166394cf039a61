import { randomUUID } from "node:crypto"
import { db } from "../../database"

/** One insert of what a request says, with nothing checked, nobody told and nothing written beside it. */
export async function POST(request: Request): Promise<Response> {
  const sent = await request.json()
  const now = new Date()
  const { id } = await db.prospect.create({
    data: { ...sent, id: randomUUID(), consentAt: now, submittedAt: now },
    select: { id: true },
  })
  return Response.json({ id }, { status: 201 })
}
