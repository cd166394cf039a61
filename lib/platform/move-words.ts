/** Each move of the audit, in the words that follow the name of the person who made it. */
export const moveWords = {
  "request.submit": "submitted the request",
  "request.confirm_email": "confirmed the email address",
  "request.withdraw": "withdrew the request",
  "lead.assign": "assigned the lead",
  "lead.qualify": "qualified the lead",
  "lead.disqualify": "disqualified the lead",
  "lead.reactivate": "reactivated the lead",
  "opportunity.win": "closed the opportunity as Won",
  "opportunity.lose": "closed the opportunity as Lost",
  "opportunity.reopen": "reopened the opportunity",
  "prospect.approve": "approved the prospect in Commerce",
  "prospect.reject": "rejected the prospect in Commerce",
  "decision.undo": "took the decision back",
  "hierarchy.rename": "renamed the hierarchy",
  "member.invite": "added a user",
  "member.accept": "accepted the invitation",
  "member.edit": "edited a user",
  "member.enable": "enabled a user",
  "member.disable": "disabled a user",
  "member.remove": "removed a user",
  "member.change_role": "changed a user's role",
  "staff.invite": "invited a member of staff",
  "staff.change_role": "changed a role",
  "staff.disable": "disabled a member of staff",
  "staff.enable": "enabled a member of staff",
  "password.set": "set a password",
  "map.start": "started a table map",
  "map.stop": "stopped a table map",
  "sequence.change": "changed a number sequence",
  "mail.retry": "sent a mail again",
} as const

export type MoveName = keyof typeof moveWords

export const isMoveName = (name: string): name is MoveName => Object.hasOwn(moveWords, name)
