import { notFound as notFoundPage, redirect } from "next/navigation"
import type { Actor } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { listWhoMay } from "./list-who-may"
import { signInPath } from "./next-path"
import { type ActingRole, actingRole, may, ownRole, type Permission, previewedRole, roleName } from "./permissions"
import { askedPath } from "./request"
import { getSignedIn } from "./sessions"
import { whoCan } from "./who-can"

/** A member of staff at work: who acts, and in which role. Who previews another role only looks. */
export type Staff = Actor & { kind: "staff"; id: string; staffRole: ActingRole; sessionId: string; email: string }

/** The signed-in member of staff, or null. */
export async function getStaff(): Promise<Staff | null> {
  const signedIn = await getSignedIn()
  if (!signedIn?.staffRole) return null
  const { personId: id, name, email, staffRole: own, previewRole, sessionId } = signedIn
  return { kind: "staff", id, name, email, role: roleName(own), staffRole: actingRole(own, previewRole), sessionId }
}

/** For pages: the member of staff who may, else the sign-in page for a stranger and "not found" for everybody else. */
export async function requireStaff(permission: Permission): Promise<Staff> {
  const staff = await getStaff()
  if (!staff) {
    if (await getSignedIn()) notFoundPage()
    redirect(signInPath(await askedPath()))
  }
  if (!may(staff.staffRole, permission)) notFoundPage()
  return staff
}

/** For actions: the same judgement, as an error; and who previews a role changes nothing but the preview. */
export async function insistOnStaff(permission: Permission): Promise<Staff> {
  const staff = await insistOnReader("home:read")
  if (permission === "role:preview") return permitted(staff, ownRole(staff.staffRole), permission)
  const previewed = previewedRole(staff.staffRole)
  if (previewed) throw new AppError("forbidden", `You are previewing as ${roleName(previewed)}. Stop the preview to act.`)
  return permitted(staff, staff.staffRole, permission)
}

/** The member of staff, whose role must carry the permission; the refusal names who can. */
async function permitted(staff: Staff, role: ActingRole, permission: Permission): Promise<Staff> {
  if (may(role, permission)) return staff
  throw new AppError("forbidden", `${roleName(role)} may not do this. ${whoCan(permission, await listWhoMay(permission))}`)
}

/** For what only reads: the judgement of actions. Somebody who may not even read the place is told that it is not there. */
export async function insistOnReader(permission: Permission): Promise<Staff> {
  const staff = await getStaff()
  if (!staff) throw new AppError("unauthenticated", "You are signed out. Sign in again; what you typed stays here.")
  if (!may(staff.staffRole, "home:read")) throw notFound("page")
  return permitted(staff, staff.staffRole, permission)
}
