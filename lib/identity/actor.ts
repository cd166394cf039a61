import { notFound as notFoundPage, redirect } from "next/navigation"
import type { Actor } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { may, type Permission, roleName, type StaffRole } from "./permissions"
import { getSignedIn } from "./sessions"

/** A member of staff at work: who acts, and in which role. */
export type Staff = Actor & { kind: "staff"; id: string; staffRole: StaffRole; sessionId: string; email: string }

/** The signed-in member of staff, or null. */
export async function getStaff(): Promise<Staff | null> {
  const signedIn = await getSignedIn()
  if (!signedIn?.staffRole) return null
  const { personId: id, name, email, staffRole, sessionId } = signedIn
  return { kind: "staff", id, name, email, role: roleName(staffRole), staffRole, sessionId }
}

/** For pages: the member of staff who may, else the sign-in page for a stranger and "not found" for everybody else. */
export async function requireStaff(permission: Permission): Promise<Staff> {
  const staff = await getStaff()
  if (!staff) {
    if (await getSignedIn()) notFoundPage()
    redirect("/sign-in")
  }
  if (!may(staff.staffRole, permission)) notFoundPage()
  return staff
}

/** For actions: the same judgement, as an error. Somebody who may not even read the place is told that it is not there. */
export async function insistOnStaff(permission: Permission): Promise<Staff> {
  const staff = await getStaff()
  if (!staff) throw new AppError("unauthenticated", "You are signed out. Sign in again; what you typed stays here.")
  if (may(staff.staffRole, permission)) return staff
  if (!may(staff.staffRole, "home:read")) throw notFound("page")
  throw new AppError("forbidden", `${roleName(staff.staffRole)} may not do this.`)
}
