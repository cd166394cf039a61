import { z } from "zod"
import { AddMember, DisableMember, EditMember, MemberRef } from "@/lib/commerce/hierarchies/schema"

/** The forms of the partner's own pages: as in Commerce, without the hierarchy, which is the one of whoever asks. */
export const AddUser = AddMember.omit({ hierarchyId: true, outletId: true })

export const EditUser = EditMember.omit({ hierarchyId: true })

export const UserRef = MemberRef.omit({ hierarchyId: true })

export const DisableUser = DisableMember.omit({ hierarchyId: true })

export const SwitchOrganization = z.object({ memberId: z.uuid("Choose the organization") })
export type SwitchOrganization = z.output<typeof SwitchOrganization>
