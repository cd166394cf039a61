import { type Ctx, inTransaction } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { insistOnStaff, type Staff } from "./actor"
import type { Permission } from "./permissions"
import { insistOnOrigin } from "./request"
import { staffRoute } from "./staff-route"

type Sent = { bytes: Uint8Array<ArrayBuffer>; asked: URLSearchParams; params: Record<string, string> }

/**
 * The door of a file's bytes: a PUT that writes, so it asks what an action asks, the Origin and the person in their own role, and it asks
 * before it reads. What is larger than `most` bytes, or does not say how large it is, is refused unread. Actions take no files, and so have small bodies.
 */
export const uploadRoute = (permission: Permission, most: number, keep: (ctx: Ctx & { actor: Staff }, sent: Sent) => Promise<object>) =>
  staffRoute(permission, async (_reader, request, params) => {
    await insistOnOrigin()
    const actor = await insistOnStaff(permission)
    const length = request.headers.get("content-length") ?? ""
    if (!/^\d{1,9}$/.test(length) || Number(length) > most) throw new AppError("invalid", "This file is too large to be taken.")
    const bytes = new Uint8Array(await request.arrayBuffer())
    const asked = new URL(request.url).searchParams
    return Response.json(await inTransaction(actor, (ctx) => keep({ ...ctx, actor }, { bytes, asked, params })))
  })
