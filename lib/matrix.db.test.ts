import { encode } from "next-auth/jwt"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { PUT as uploadAttachment } from "@/app/api/uploads/attachment/route"
import { PUT as uploadPiece } from "@/app/api/uploads/import/[id]/route"
import { actingRole, may, type Permission, permissions, type StaffRole, staffRoles, whoMay } from "@/lib/identity/permissions"
import { openSession, sessionCookieName } from "@/lib/identity/sessions"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { newId } from "@/lib/platform/ids"
import { usualRules } from "@/lib/sales/matching/matching-rules"
import { aLead, anOpportunity, aProspect, aStaff, qualify, win } from "@/prisma/makers"

/** The browser of whoever acts at the moment: its cookies and the headers of its request. */
const browser = { cookies: new Map<string, string>(), headers: new Map<string, string>() }

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { name, value: browser.cookies.get(name) } : undefined),
    set: () => {},
    delete: () => {},
  }),
  headers: async () => ({ get: (name: string) => browser.headers.get(name) ?? null }),
}))
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }))
// Outside a request React remembers nothing, so each call asks the database who is signed in.
vi.mock("react", async (original) => ({ ...(await original<typeof import("react")>()), cache: (read: unknown) => read }))

const everyone = ["nobody", ...staffRoles, "partner Admin", "partner User", "Admin of another partner"] as const
type Who = (typeof everyone)[number]

const salesPeople: Who[] = ["seller", "sales_manager", "administrator"]
const salesManagers: Who[] = ["sales_manager", "administrator"]
const commercePeople: Who[] = ["commerce_manager", "administrator"]
const everyStaffThatDecides: Who[] = ["seller", "sales_manager", "commerce_manager", "administrator"]

const managers: readonly Who[] = ["sales_manager", "administrator"]

const allStaff: readonly Who[] = staffRoles

const mailPeople: Who[] = ["sales_manager", "commerce_manager", "administrator"]
const theProfile = "0193a1b0-0000-7000-8000-000000025001"
const aText = () => ({ profileId: newId(), letter: "user-removed", language: "en" })

const partnerAdmins: Who[] = ["partner Admin", "Admin of another partner"]
const everyPartner: Who[] = [...partnerAdmins, "partner User"]

type World = {
  leadId: string
  opportunityId: string
  accountId: string
  contactId: string
  prospectId: string
  decisionId: string
  hierarchyId: string
  memberId: string
  personId: string
}

type Cell = { may: readonly Who[]; input: (world: World) => Record<string, unknown> }

/** Who may, for every exported action; what it is called with; and whether that is somebody's own record. An action that is missing here fails the test. */
const matrix: Record<string, Cell> = {
  "sync.qualifyLead": { may: salesPeople, input: ({ leadId }) => ({ leadId }) },
  "sync.disqualifyLead": { may: salesPeople, input: ({ leadId }) => ({ leadId, statusReason: "lost" }) },
  "sync.reactivateLead": { may: salesPeople, input: ({ leadId }) => ({ leadId }) },
  "sync.closeAsWon": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId, closeDate: "2026-11-22" }) },
  "sync.closeAsLost": {
    may: salesPeople,
    input: ({ opportunityId }) => ({ opportunityId, closeDate: "2026-11-22", statusReason: "canceled" }),
  },
  "sync.reopenOpportunity": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId, reason: "Again" }) },
  "sync.approveProspect": { may: commercePeople, input: ({ prospectId }) => ({ prospectId }) },
  "sync.rejectProspect": { may: commercePeople, input: ({ prospectId }) => ({ prospectId, reason: "No" }) },
  "sync.reopenProspect": { may: commercePeople, input: ({ prospectId }) => ({ prospectId, reason: "They wrote again" }) },
  "sync.saveProspectRules": {
    may: commercePeople,
    input: () => ({ kind: "prospect_policy", draftVersion: 999, draft: '{"rules":[]}' }),
  },
  "sync.discardProspectRules": { may: commercePeople, input: () => ({ kind: "prospect_policy", draftVersion: 999 }) },
  "sync.publishProspectRules": { may: commercePeople, input: () => ({ kind: "prospect_policy", draftVersion: 999 }) },
  "sync.rehearseProspectRules": { may: commercePeople, input: () => ({ kind: "prospect_policy", draft: '{"rules":[]}' }) },
  "sync.restoreProspectRules": { may: commercePeople, input: () => ({ kind: "prospect_policy", draftVersion: 999, number: 1 }) },
  "sync.editAccount": {
    may: salesPeople,
    input: ({ accountId }) => ({ id: accountId, version: 1, changes: { name: `Account ${newId()}` }, base: {} }),
  },
  "sync.editContact": {
    may: salesPeople,
    input: ({ contactId }) => ({ id: contactId, version: 1, changes: { jobTitle: `Job ${newId()}` }, base: {} }),
  },
  "sync.overrideMembers": {
    may: commercePeople,
    input: ({ hierarchyId, memberId }) => ({
      hierarchyId,
      sourceId: memberId,
      sourceVersion: 999,
      fields: ["priceGroup"],
      members: [{ customerId: newId(), version: 1 }],
    }),
  },
  "sync.undoOverride": { may: commercePeople, input: () => ({ overrideId: newId() }) },
  "sync.markLead": { may: salesPeople, input: ({ leadId }) => ({ leadId, as: "contacted" }) },
  "sync.moveStage": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId, stage: "propose" }) },
  "sync.undoDecision": { may: everyStaffThatDecides, input: ({ decisionId }) => ({ decisionId }) },
  "sync.mergeRecords": {
    may: salesPeople,
    input: ({ leadId }) => ({ kind: "lead", primaryId: leadId, loserId: newId(), primaryVersion: 1, loserVersion: 1 }),
  },
  "sync.unmergeRecords": { may: salesPeople, input: () => ({ mergeId: newId() }) },
  "sync.confirmApproval": { may: everyStaffThatDecides, input: () => ({ approvalId: newId() }) },
  "sync.sendBackApproval": { may: everyStaffThatDecides, input: () => ({ approvalId: newId(), reason: "Ask them first" }) },
  "sync.confirmApprovals": { may: everyStaffThatDecides, input: () => ({ approvalIds: newId() }) },
  "sync.sendBackApprovals": { may: everyStaffThatDecides, input: () => ({ approvalIds: newId(), reason: "Ask them first" }) },
  "sync.takeBackApproval": { may: everyStaffThatDecides, input: () => ({ approvalId: newId() }) },
  "sync.saveMapping": { may: ["sales_manager", "administrator"], input: () => ({ base: 0, parts: {} }) },
  "sync.restoreMapping": { may: ["sales_manager", "administrator"], input: () => ({ base: 0, version: 0 }) },
  "sync.setMap": { may: ["administrator"], input: () => ({ map: "prospects_leads", run: "start" }) },
  "sales.assignLead": { may: salesPeople, input: ({ leadId, personId }) => ({ leadId, ownerId: personId }) },
  "sales.editLead": {
    may: salesPeople,
    input: ({ leadId }) => ({ id: leadId, version: 1, changes: { topic: `Topic ${newId()}` }, base: {} }),
  },
  "sales.editOpportunity": {
    may: salesPeople,
    input: ({ opportunityId }) => ({ id: opportunityId, version: 1, changes: { topic: `Topic ${newId()}` }, base: {} }),
  },
  "sales.assignOpportunity": { may: salesPeople, input: ({ opportunityId, personId }) => ({ id: opportunityId, ownerId: personId }) },
  "sales.assignAccount": { may: salesPeople, input: ({ accountId, personId }) => ({ id: accountId, ownerId: personId }) },
  "sales.assignContact": { may: salesPeople, input: ({ contactId, personId }) => ({ id: contactId, ownerId: personId }) },
  "sales.holdOpportunity": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId }) },
  "sales.resumeOpportunity": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId }) },
  "sales.pauseTimers": { may: salesPeople, input: ({ leadId }) => ({ leadId, reason: "Asked for the tax ID" }) },
  "sales.resumeTimers": { may: salesPeople, input: ({ leadId }) => ({ leadId }) },
  "sales.newLead": { may: salesPeople, input: () => ({ company: "New company", lastName: "Somebody" }) },
  "sales.newOpportunity": { may: salesPeople, input: ({ accountId, contactId }) => ({ accountId, contactId, topic: "Another" }) },
  "sales.newAccount": { may: salesPeople, input: () => ({ name: "New account" }) },
  "sales.newContact": { may: salesPeople, input: ({ accountId }) => ({ accountId, lastName: "Somebody" }) },
  "sales.tickStep": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId, stepId: newId(), isDone: true }) },
  "sales.addStep": { may: salesManagers, input: () => ({ stage: "close", text: "A step" }) },
  "sales.editStep": { may: salesManagers, input: () => ({ stepId: newId(), text: "A step" }) },
  "sales.moveStep": { may: salesManagers, input: () => ({ stepId: newId(), to: "up" }) },
  "sales.removeStep": { may: salesManagers, input: () => ({ stepId: newId() }) },
  "sales.addCompetitor": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId, name: `Rival ${newId()}` }) },
  "sales.editCompetitor": { may: salesPeople, input: () => ({ competitorId: newId(), name: "Rival" }) },
  "sales.removeCompetitor": { may: salesPeople, input: ({ opportunityId }) => ({ opportunityId, competitorId: newId() }) },
  "sales.assignLeadByRules": { may: salesManagers, input: ({ leadId }) => ({ leadId }) },
  "sales.saveRules": { may: salesManagers, input: () => ({ kind: "scoring", draftVersion: 999, draft: '{"rules":[]}' }) },
  "sales.discardRules": { may: salesManagers, input: () => ({ kind: "scoring", draftVersion: 999 }) },
  "sales.publishRules": { may: salesManagers, input: () => ({ kind: "scoring", draftVersion: 999 }) },
  "sales.rehearseRules": { may: salesManagers, input: () => ({ kind: "scoring", draft: '{"rules":[]}' }) },
  "sales.restoreRules": { may: salesManagers, input: () => ({ kind: "scoring", draftVersion: 999, number: 1 }) },
  "sales.addNote": { may: salesPeople, input: ({ leadId }) => ({ about: "lead", id: leadId, text: "A note" }) },
  "sales.addTask": {
    may: salesPeople,
    input: ({ leadId, personId }) => ({ about: "lead", id: leadId, subject: "Call back", text: "", ownerId: personId }),
  },
  "sales.logCall": {
    may: salesPeople,
    input: ({ leadId }) => ({ about: "lead", id: leadId, subject: "First call", text: "", direction: "outgoing", at: "2026-11-20T10:00" }),
  },
  "sales.addAppointment": {
    may: salesPeople,
    input: ({ leadId }) => ({ about: "lead", id: leadId, subject: "Visit", text: "", at: "2026-11-25T10:00", endAt: "2026-11-25T11:00" }),
  },
  "sales.editNote": { may: salesPeople, input: () => ({ activityId: newId(), version: 1, text: "Better words" }) },
  "sales.editTask": {
    may: salesPeople,
    input: ({ personId }) => ({ activityId: newId(), version: 1, subject: "Call", text: "", ownerId: personId }),
  },
  "sales.editCall": {
    may: salesPeople,
    input: () => ({ activityId: newId(), version: 1, subject: "Call", text: "", direction: "incoming", at: "2026-11-20T10:00" }),
  },
  "sales.editAppointment": {
    may: salesPeople,
    input: () => ({ activityId: newId(), version: 1, subject: "Visit", text: "", at: "2026-11-25T10:00", endAt: "2026-11-25T11:00" }),
  },
  "sales.deleteActivity": { may: salesPeople, input: () => ({ activityId: newId(), version: 1 }) },
  "sales.completeTask": { may: salesPeople, input: () => ({ activityId: newId(), version: 1 }) },
  "sales.reopenTask": { may: salesPeople, input: () => ({ activityId: newId(), version: 1 }) },
  "sales.discardAttachment": { may: salesPeople, input: () => ({ attachmentId: newId() }) },
  "sales.addStakeholder": {
    may: salesPeople,
    input: ({ leadId }) => ({ about: "lead", id: leadId, role: "champion", name: `Rui ${newId()}`, email: "", note: "" }),
  },
  "sales.editStakeholder": {
    may: salesPeople,
    input: () => ({ stakeholderId: newId(), version: 1, role: "champion", name: "Rui", email: "", note: "" }),
  },
  "sales.removeStakeholder": { may: salesPeople, input: () => ({ stakeholderId: newId(), version: 1 }) },
  "sales.notTheSame": { may: salesPeople, input: ({ leadId, accountId }) => ({ one: leadId, other: accountId }) },
  "sales.takeBackNotTheSame": { may: salesPeople, input: ({ leadId, accountId }) => ({ one: leadId, other: accountId }) },
  "sales.changeMatchingRules": { may: salesManagers, input: () => ({ version: 1, rules: usualRules }) },
  "identity.readNotifications": { may: staffRoles, input: () => ({ which: "all" }) },
  "identity.changeZone": { may: staffRoles, input: () => ({ timeZone: "Asia/Kolkata" }) },
  "sync.editCustomer": {
    may: commercePeople,
    input: () => ({ id: newId(), version: 1, changes: { searchName: "Nord" }, base: {} }),
  },
  "sync.createCustomer": { may: commercePeople, input: () => ({ type: "organization", name: "New customer" }) },
  "sync.makeAddressPrimary": { may: commercePeople, input: () => ({ customerId: newId(), addressId: newId() }) },
  "sync.makeContactInfoPrimary": { may: commercePeople, input: () => ({ customerId: newId(), infoId: newId() }) },
  "commerce.archiveCustomer": { may: commercePeople, input: () => ({ customerId: newId(), reason: "Closed down" }) },
  "commerce.reactivateCustomer": { may: commercePeople, input: () => ({ customerId: newId() }) },
  "commerce.chooseInvoiceAccount": { may: commercePeople, input: () => ({ customerId: newId(), number: "" }) },
  "commerce.addAddress": { may: commercePeople, input: () => ({ customerId: newId(), purpose: "delivery", name: "Warehouse" }) },
  "commerce.editAddress": {
    may: commercePeople,
    input: () => ({ customerId: newId(), addressId: newId(), version: 1, purpose: "delivery", name: "Warehouse" }),
  },
  "commerce.removeAddress": { may: commercePeople, input: () => ({ customerId: newId(), addressId: newId() }) },
  "commerce.addContactInfo": {
    may: commercePeople,
    input: () => ({ customerId: newId(), kind: "email", value: "ap@matrix.example", label: "Invoices" }),
  },
  "commerce.removeContactInfo": { may: commercePeople, input: () => ({ customerId: newId(), infoId: newId() }) },
  "commerce.addRegistration": { may: commercePeople, input: () => ({ customerId: newId(), type: "other", number: "1" }) },
  "commerce.removeRegistration": { may: commercePeople, input: () => ({ customerId: newId(), registrationId: newId() }) },
  "commerce.addCode": {
    may: commercePeople,
    input: () => ({ list: "price_group", code: `M${newId().slice(-12)}`, name: "Matrix" }),
  },
  "commerce.renameCode": { may: commercePeople, input: () => ({ codeId: newId(), version: 1, name: "Matrix" }) },
  "commerce.archiveCode": { may: commercePeople, input: () => ({ codeId: newId() }) },
  "commerce.restoreCode": { may: commercePeople, input: () => ({ codeId: newId() }) },
  "commerce.createHierarchy": {
    may: commercePeople,
    input: () => ({ organizationId: newId(), name: "A hierarchy", adminId: newId(), channels: "default" }),
  },
  "commerce.changeDriftPolicy": { may: commercePeople, input: ({ hierarchyId }) => ({ hierarchyId, follows: "default" }) },
  "commerce.changeDriftDefault": { may: commercePeople, input: () => ({ version: 999 }) },
  "commerce.deleteHierarchy": { may: commercePeople, input: () => ({ hierarchyId: newId() }) },
  "commerce.addOutlet": { may: commercePeople, input: ({ hierarchyId }) => ({ hierarchyId, customerId: newId(), parentId: "" }) },
  "commerce.moveOutlet": { may: commercePeople, input: ({ hierarchyId }) => ({ hierarchyId, outletId: newId(), parentId: "" }) },
  "commerce.removeOutlet": { may: commercePeople, input: ({ hierarchyId }) => ({ hierarchyId, outletId: newId() }) },
  "commerce.placeMember": { may: commercePeople, input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId, outletId: "" }) },
  "commerce.changeRequestSettings": { may: commercePeople, input: () => ({ version: 999, rejectReasons: "Not now" }) },
  "commerce.writeMessage": { may: everyStaffThatDecides, input: ({ prospectId }) => ({ prospectId, text: "Do we know them?" }) },
  "commerce.editMessage": { may: everyStaffThatDecides, input: () => ({ messageId: newId(), version: 1, text: "Better words" }) },
  "commerce.deleteMessage": { may: everyStaffThatDecides, input: () => ({ messageId: newId(), version: 1 }) },
  "commerce.readThread": { may: allStaff, input: ({ prospectId }) => ({ prospectId, until: newId() }) },
  "commerce.addChannel": {
    may: commercePeople,
    input: () => ({ name: `Shop ${newId()}`, storeUrl: "", languages: "en", defaultLanguage: "en", formSlug: newId(), intro: "" }),
  },
  "commerce.editChannel": {
    may: commercePeople,
    input: () => ({
      ...{ channelId: newId(), version: 1, name: "Shop", storeUrl: "", languages: "en" },
      ...{ defaultLanguage: "en", formSlug: "shop", intro: "" },
    }),
  },
  "commerce.makeChannelDefault": { may: commercePeople, input: () => ({ channelId: newId(), version: 1 }) },
  "commerce.archiveChannel": { may: commercePeople, input: () => ({ channelId: newId(), version: 1 }) },
  "commerce.bringChannelBack": { may: commercePeople, input: () => ({ channelId: newId(), version: 1 }) },
  "commerce.changeBelonging": { may: commercePeople, input: ({ hierarchyId }) => ({ hierarchyId, channels: "*", seen: "default" }) },
  "commerce.renameHierarchy": { may: commercePeople, input: ({ hierarchyId }) => ({ hierarchyId, name: "Another name" }) },
  "commerce.addMember": {
    may: commercePeople,
    input: ({ hierarchyId }) => ({ hierarchyId, firstName: "New", lastName: "User", email: `${newId()}@matrix.example`, role: "user" }),
  },
  "commerce.editMember": {
    may: commercePeople,
    input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId, firstName: "Other", lastName: "Name", role: "user" }),
  },
  "commerce.enableMember": { may: commercePeople, input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId }) },
  "commerce.inviteMemberAgain": { may: commercePeople, input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId }) },
  "commerce.disableMember": { may: commercePeople, input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId, reason: "Left" }) },
  "commerce.changeMemberRole": { may: commercePeople, input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId, role: "user" }) },
  "commerce.removeMember": { may: commercePeople, input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId }) },
  "portal.addUser": {
    may: partnerAdmins,
    input: () => ({ firstName: "New", lastName: "User", email: `${newId()}@matrix.example`, role: "user" }),
  },
  "portal.editUser": { may: partnerAdmins, input: ({ memberId }) => ({ memberId, firstName: "Other", lastName: "Name", role: "admin" }) },
  "portal.switchOrganization": { may: everyPartner, input: () => ({ memberId: newId() }) },
  "portal.changeZone": { may: everyPartner, input: () => ({ timeZone: "Asia/Kolkata" }) },
  "portal.disableUser": { may: partnerAdmins, input: ({ memberId }) => ({ memberId, reason: "On leave" }) },
  "portal.enableUser": { may: partnerAdmins, input: ({ memberId }) => ({ memberId }) },
  "portal.inviteUserAgain": { may: partnerAdmins, input: ({ memberId }) => ({ memberId }) },
  "portal.removeUser": { may: partnerAdmins, input: ({ memberId }) => ({ memberId }) },
  // Stopping a preview that does not run changes nothing; what a preview does to the other doors is tested below.
  "identity.previewRole": { may: ["sales_manager", "administrator"], input: () => ({ role: null }) },
  "settings.inviteStaff": {
    may: ["administrator"],
    input: () => ({ name: "New Colleague", email: `${newId()}@staff.example`, role: "seller" }),
  },
  "settings.changeStaffRole": { may: ["administrator"], input: ({ personId }) => ({ personId, role: "seller" }) },
  "settings.disableStaff": { may: ["administrator"], input: ({ personId }) => ({ personId }) },
  "settings.enableStaff": { may: ["administrator"], input: ({ personId }) => ({ personId }) },
  "commerce.setCredit": {
    may: commercePeople,
    input: () => ({
      ...{ organizationId: newId(), currency: "EUR", amount: "100", type: "balance", onExceeding: "error", timeZone: "UTC" },
      reason: "As agreed",
    }),
  },
  "commerce.confirmTerms": { may: commercePeople, input: () => ({ termsId: newId() }) },
  "commerce.sendBackTerms": { may: commercePeople, input: () => ({ termsId: newId(), answer: "Too much" }) },
  "commerce.takeBackTerms": { may: commercePeople, input: () => ({ termsId: newId() }) },
  "commerce.setReview": { may: commercePeople, input: () => ({ organizationId: newId(), reviewOn: "2099-01-01" }) },
  "commerce.completeReview": { may: commercePeople, input: () => ({ organizationId: newId(), finding: "All paid" }) },
  "commerce.setSpending": { may: commercePeople, input: ({ hierarchyId, memberId }) => ({ hierarchyId, memberId, currency: "EUR" }) },
  "settings.addApiKey": { may: ["administrator"], input: () => ({ name: `Shop ${newId()}`, read: "on" }) },
  "settings.revokeApiKey": { may: ["administrator"], input: () => ({ keyId: newId() }) },
  "settings.setCreditThreshold": { may: ["administrator"], input: () => ({ currency: "SEK", amount: "100", version: 0 }) },
  "commerce.declineCreditRequest": { may: commercePeople, input: () => ({ requestId: newId(), answer: "Too early" }) },
  "portal.askForCredit": { may: partnerAdmins, input: () => ({ currency: "EUR", amount: "100", note: "Stock for the season" }) },
  "portal.withdrawCreditRequest": { may: partnerAdmins, input: () => ({ requestId: newId() }) },
  "portal.setUserSpending": { may: partnerAdmins, input: ({ memberId }) => ({ memberId, currency: "EUR" }) },
  "settings.changeNumberSequence": {
    may: ["administrator"],
    input: () => ({ kind: "prospect", format: "PRO-{number}", digits: "6", next: "500000", version: "999" }),
  },
  "settings.askForChecks": { may: ["administrator"], input: () => ({ key: "audit-chain" }) },
  "settings.addCalendar": {
    may: managers,
    input: () => ({ name: `Hours ${newId()}`.slice(0, 40), timeZone: "Europe/Copenhagen", monday: "09:00-17:00" }),
  },
  "settings.editCalendar": {
    may: managers,
    input: () => ({ calendarId: newId(), version: 1, name: "Other", timeZone: "UTC", monday: "09:00-17:00" }),
  },
  "settings.makeCalendarDefault": { may: managers, input: () => ({ calendarId: newId() }) },
  "settings.removeCalendar": { may: managers, input: () => ({ calendarId: newId() }) },
  "settings.addTarget": {
    may: managers,
    input: () => ({ rating: "hot", responseHours: "2", decisionDays: "5", warnAt: "75" }),
  },
  "settings.editTarget": { may: managers, input: () => ({ targetId: newId(), version: 1, responseHours: "2", warnAt: "75" }) },
  "settings.moveTarget": { may: managers, input: () => ({ targetId: newId(), to: "up" }) },
  "settings.removeTarget": { may: managers, input: () => ({ targetId: newId() }) },
  "settings.setStaffHours": { may: salesPeople, input: ({ personId }) => ({ personId, capacity: "30" }) },
  "settings.addAbsence": {
    may: salesPeople,
    input: ({ personId }) => ({ personId, from: "2026-12-01", to: "2026-12-04", reason: "Holiday" }),
  },
  "settings.removeAbsence": { may: salesPeople, input: () => ({ absenceId: newId() }) },
  "exchange.beginImport": { may: managers, input: () => ({ name: "leads.csv", size: 100 }) },
  "exchange.finishUpload": { may: managers, input: () => ({ id: newId() }) },
  "exchange.mapColumns": { may: managers, input: () => ({ id: newId(), mapping: ["company"] }) },
  "exchange.setPolicy": { may: managers, input: () => ({ id: newId(), matchBy: "email", mode: "both", empty: "keep", ownerId: null }) },
  "exchange.startImport": { may: managers, input: () => ({ id: newId() }) },
  "exchange.stopImport": { may: managers, input: () => ({ id: newId() }) },
  "exchange.undoImport": { may: managers, input: () => ({ id: newId() }) },
  "commerce.assignProspect": { may: commercePeople, input: ({ prospectId, personId }) => ({ prospectId, ownerId: personId }) },
  "bulk.beginRun": {
    may: everyStaffThatDecides,
    input: ({ leadId, personId }) => ({ list: "leads", kind: "assign", scope: "ticked", ids: [leadId], input: { ownerId: personId } }),
  },
  "bulk.chooseItem": { may: everyStaffThatDecides, input: () => ({ id: newId(), place: 1, choice: "new" }) },
  "bulk.chooseAll": { may: everyStaffThatDecides, input: () => ({ id: newId(), choice: "new" }) },
  "bulk.startRun": { may: everyStaffThatDecides, input: () => ({ id: newId() }) },
  "bulk.stopRun": { may: everyStaffThatDecides, input: () => ({ id: newId() }) },
  "bulk.undoRun": { may: everyStaffThatDecides, input: () => ({ id: newId() }) },
  "exchange.keepSelection": { may: allStaff, input: ({ leadId }) => ({ list: "leads", ids: [leadId] }) },
  "exchange.cancelExport": { may: allStaff, input: () => ({ id: newId() }) },
  "views.saveView": { may: staffRoles, input: () => ({ list: "leads", name: `View ${newId()}`, audience: "personal", definition: "" }) },
  "views.updateView": { may: staffRoles, input: () => ({ viewId: newId(), version: 1, definition: "" }) },
  "views.editView": { may: staffRoles, input: () => ({ viewId: newId(), version: 1, name: "Mine", audience: "personal" }) },
  "views.deleteView": { may: staffRoles, input: () => ({ viewId: newId(), version: 1 }) },
  "mail.sendMessage": {
    may: salesPeople,
    input: ({ leadId }) => ({ about: "lead", id: leadId, subject: "Hello %firstname%", text: "A word about %company%." }),
  },
  "mail.cancelMessage": { may: salesPeople, input: () => ({ mailId: newId() }) },
  "mail.addTemplate": {
    may: ["sales_manager", "administrator"],
    input: () => ({ name: `Template ${newId()}`, language: "en", subject: "Hello", body: "Hello %firstname%" }),
  },
  "mail.editTemplate": {
    may: ["sales_manager", "administrator"],
    input: () => ({ templateId: newId(), version: 1, name: "Other", language: "en", subject: "Hello", body: "Hello" }),
  },
  "mail.removeTemplate": { may: ["sales_manager", "administrator"], input: () => ({ templateId: newId(), version: 1 }) },
  "mail.retryMail": { may: mailPeople, input: () => ({ mailId: newId() }) },
  "mail.resendMail": { may: mailPeople, input: () => ({ mailId: newId() }) },
  "mail.releaseMail": { may: mailPeople, input: () => ({ mailId: newId() }) },
  "mail.cancelMail": { may: mailPeople, input: () => ({ mailId: newId(), reason: "A mistake" }) },
  "mail.liftBlock": { may: mailPeople, input: () => ({ blockId: newId() }) },
  "mail.saveText": { may: commercePeople, input: () => ({ ...aText(), draftVersion: 0, subject: "Hello", body: "Hello" }) },
  "mail.discardText": { may: commercePeople, input: () => ({ ...aText(), draftVersion: 0 }) },
  "mail.publishText": { may: commercePeople, input: () => ({ ...aText(), draftVersion: 0, subject: "Hello", body: "Hello" }) },
  "mail.restoreText": { may: commercePeople, input: () => ({ ...aText(), draftVersion: 0, number: 1 }) },
  "mail.withdrawText": { may: commercePeople, input: () => ({ ...aText(), draftVersion: 0 }) },
  "mail.lookAtWords": {
    may: commercePeople,
    input: () => ({ profileId: newId(), file: '{"format":"gangway-letters/1","letters":[]}' }),
  },
  "mail.importWords": {
    may: commercePeople,
    input: () => ({ profileId: newId(), file: '{"format":"gangway-letters/1","letters":[]}' }),
  },
  "mail.sendTest": {
    may: commercePeople,
    input: ({ prospectId }) => ({ ...aText(), profileId: theProfile, subject: "Hello", body: "Hello", prospectId }),
  },
  "mail.setLetter": { may: commercePeople, input: () => ({ profileId: newId(), letter: "user-removed", mode: "held" }) },
  "mail.addProfile": { may: commercePeople, input: () => ({ name: `Profile ${newId()}`, defaultLanguage: "en" }) },
  "mail.editProfile": { may: commercePeople, input: () => ({ profileId: newId(), version: 1, name: "Other", defaultLanguage: "en" }) },
  "mail.removeProfile": { may: commercePeople, input: () => ({ profileId: newId(), version: 1 }) },
}

/** Open to strangers, who prove what they may by what they bring: a form, a password, a private link. Their own tests judge them. */
const publicDoors = [
  "onboarding.submitRequest",
  "onboarding.confirmEmail",
  "onboarding.withdrawRequest",
  "onboarding.answerQuestion",
  "identity.signIn",
  "identity.enterAs",
  "identity.signOut",
  "identity.signOutEverywhere",
  "identity.requestPasswordReset",
  "identity.resetPassword",
  "portal.acceptInvitation",
]

type Door = ((...given: unknown[]) => Promise<{ ok: boolean; error?: { code: string; message: string } }>) & {
  access: string
  schema?: unknown
}

const rooms = import.meta.glob<Record<string, Door>>("./*/actions.ts", { eager: true })
const doors = Object.entries(rooms).flatMap(([path, exported]) =>
  Object.entries(exported).map(([name, door]) => ({ name: `${path.split("/")[1]}.${name}`, door })),
)

const cookieOf = new Map<Who, string>()
let world: World

async function signIn(who: Who, personId: string): Promise<void> {
  const sid = await inTransaction(theSystem, (ctx) => openSession(ctx, personId, null))
  cookieOf.set(who, await encode({ token: { sub: personId, sid }, secret: env().AUTH_SECRET }))
}

/** A partner with one Active Admin; her hierarchy, membership and person. */
async function aPartner(seller: Parameters<typeof win>[0]) {
  const opportunity = await anOpportunity(seller)
  await win(seller, opportunity.id)
  const member = await db.hierarchyMember.findFirstOrThrow({
    where: { hierarchy: { prospects: { some: { id: opportunity.prospectId ?? "" } } } },
  })
  await db.hierarchyMember.update({ where: { id: member.id }, data: { status: "active", acceptedAt: new Date() } })
  return member
}

beforeAll(async () => {
  for (const role of staffRoles) await signIn(role, (await aStaff(role)).id)
  const seller = await aStaff("seller")
  const [own, foreign] = [await aPartner(seller), await aPartner(seller)]
  const user = await aPartner(seller)
  await db.hierarchyMember.update({ where: { id: own.id }, data: { role: "admin" } })
  const seat = { ...user, id: newId(), hierarchyId: own.hierarchyId, role: "user" as const, status: "active" as const }
  await db.hierarchyMember.create({ data: { ...seat, invitedAt: new Date(0), acceptedAt: new Date(0) } })
  await signIn("partner Admin", own.personId)
  await signIn("partner User", user.personId)
  // An Admin elsewhere, who acts as a User here.
  await db.session.updateMany({ where: { personId: user.personId }, data: { placeId: seat.id } })
  await signIn("Admin of another partner", foreign.personId)
  const lead = await aLead()
  const decided = await aLead()
  const { decisionId } = await qualify(seller, decided.id)
  const deal = await anOpportunity(await aStaff("sales_manager"))
  world = {
    leadId: lead.id,
    opportunityId: deal.id,
    accountId: deal.accountId,
    contactId: deal.contactId,
    prospectId: (await aProspect()).id,
    decisionId,
    hierarchyId: foreign.hierarchyId,
    memberId: foreign.id,
    personId: seller.id,
  }
})

async function call(door: Door, who: Who, input: unknown) {
  browser.headers = new Map([["origin", env().appUrl.origin]])
  const cookie = cookieOf.get(who)
  browser.cookies = new Map(cookie ? [[sessionCookieName(), cookie]] : [])
  const result = await door(input)
  const { code = "", message = "" } = result.error ?? {}
  const isTurnedAway =
    code === "unauthenticated" ||
    message === "There is no such page." ||
    message.includes(" may not do this. ") ||
    message.startsWith("Only an Admin")
  return { code, message, isTurnedAway }
}

const moves = () => db.auditEntry.count()

describe("the permission matrix", () => {
  test("knows every exported action", () => {
    const known = [...Object.keys(matrix), ...publicDoors].sort()
    expect(doors.map(({ name }) => name).sort()).toEqual(known)
  })

  const cells = doors.filter(({ name }) => matrix[name]).flatMap((found) => everyone.map((who) => ({ ...found, who })))

  test.each(cells)("$name as $who", async ({ name, door, who }) => {
    const { may: those, input }: Cell = matrix[name] ?? { may: [], input: () => ({}) }
    const before = await moves()
    const { isTurnedAway, code, message } = await call(door, who, input(world))
    expect({ isTurnedAway, code, message }).toMatchObject({ isTurnedAway: !those.includes(who) })
    if (isTurnedAway) expect(await moves()).toBe(before)
    if (isTurnedAway && message.includes(" may not do this. ")) {
      for (const role of whoMay(door.access as Permission)) expect(message).toContain(role)
    }
    expect(code).not.toBe("broken")
  })

  test.each(doors)("$name refuses a foreign Origin, a null one and none", async ({ door }) => {
    for (const origin of ["https://evil.example", "null", ""]) {
      browser.cookies = new Map([[sessionCookieName(), cookieOf.get("administrator") ?? ""]])
      browser.headers = new Map([
        ["origin", origin],
        ["x-forwarded-host", "evil.example"],
      ])
      const refused = await door(null, new FormData()).catch((error: Error) => ({
        ok: false,
        error: { code: "thrown", message: error.message },
      }))
      expect(JSON.stringify(refused)).toContain("did not come from this site")
    }
  })

  test.each(doors.filter(({ name }) => matrix[name]))("$name takes scalars alone", async ({ name, door }) => {
    for (const poison of [
      undefined,
      null,
      [],
      { id: { not: "" } },
      { leadId: { not: "" }, prospectId: ["a"], decisionId: Number.POSITIVE_INFINITY },
    ]) {
      const before = await moves()
      const { code } = await call(door, name.startsWith("portal.") ? "partner Admin" : "administrator", poison)
      expect(code).toBe("invalid")
      expect(await moves()).toBe(before)
    }
  })
})

describe("whatever is typed", () => {
  const hostile = [
    "a\0b",
    "a\ud83d",
    "evil\u202Egnp.exe",
    "x".repeat(20_000),
    "0000-01-01",
    "0000-01-01T10:00",
    "2026-02-31",
    "99999999999999999999",
    "%00",
  ]
  const shapeOf = (schema: unknown): string[] => Object.keys((schema as { shape?: object } | undefined)?.shape ?? {})

  test.each(doors.filter(({ name }) => matrix[name]))("$name never breaks by it", async ({ name, door }) => {
    const who = name.startsWith("portal.") ? "partner Admin" : "administrator"
    const sample = matrix[name]?.input(world) ?? {}
    for (const field of new Set([...Object.keys(sample), ...shapeOf(door.schema)])) {
      const inside = sample[field]
      const inner = inside && typeof inside === "object" && !Array.isArray(inside) ? Object.keys(inside) : []
      for (const text of hostile) {
        for (const value of [text, [text], ...inner.map((key) => ({ ...(inside as object), [key]: text }))]) {
          expect({ field, text, ...(await call(door, who, { ...sample, [field]: value })) }).not.toMatchObject({ code: "broken" })
        }
      }
    }
  })
})

describe("while a role is previewed", () => {
  const previewers = ["sales_manager", "administrator"] as const
  const cells = doors
    .filter(
      ({ name, door }) =>
        matrix[name] && staffRoles.some((role) => may(role, door.access as Permission)) && name !== "identity.previewRole",
    )
    .flatMap((found) => previewers.map((who) => ({ ...found, who })))
  const preview = (who: Who, role: StaffRole | null) => {
    const door = doors.find(({ name }) => name === "identity.previewRole")?.door
    return door && call(door, who, { role })
  }

  test.each(cells)("$name is refused to a $who, whatever they may otherwise", async ({ name, door, who }) => {
    expect(await preview(who, "seller")).toMatchObject({ code: "" })
    const before = await moves()
    const refused = await call(door, who, matrix[name]?.input(world))
    expect(refused).toMatchObject({ code: "forbidden", message: "You are previewing as Seller. Stop the preview to act." })
    expect(await moves()).toBe(before)
    expect(await preview(who, null)).toMatchObject({ code: "" })
  })

  test("the preview can be changed and stopped, and each is one row of the audit", async () => {
    const before = await moves()
    await preview("administrator", "auditor")
    await preview("administrator", "seller")
    await preview("administrator", null)
    expect(await moves()).toBe(before + 3)
  })

  test("nobody previews their own role, and nobody who may not preview gets in", async () => {
    expect(await preview("administrator", "administrator")).toMatchObject({ code: "invalid" })
    for (const who of ["seller", "commerce_manager", "auditor"] as const) {
      expect(await preview(who, "seller")).toMatchObject({
        code: "forbidden",
        message: expect.stringContaining("A Sales manager or Administrator can"),
      })
    }
  })

  test.each(staffRoles.flatMap((own) => staffRoles.map((previewed) => ({ own, previewed }))))(
    "a $own who previews a $previewed may what both may",
    ({ own, previewed }) => {
      for (const permission of permissions) {
        expect(may(actingRole(own, previewed), permission), permission).toBe(may(own, permission) && may(previewed, permission))
      }
    },
  )
})

describe("uploads", () => {
  const doorsForBytes = [
    { path: "attachment?name=hello.txt", PUT: uploadAttachment, may: salesPeople },
    { path: `import/${newId()}?place=0`, PUT: uploadPiece, may: salesManagers },
  ]
  const put = async (
    { path, PUT }: (typeof doorsForBytes)[number],
    who: Who,
    origin = env().appUrl.origin,
    headers = { "content-length": "5" },
  ) => {
    browser.headers = new Map([["origin", origin]])
    const cookie = cookieOf.get(who)
    browser.cookies = new Map(cookie ? [[sessionCookieName(), cookie]] : [])
    const request = new Request(`${env().appUrl.origin}/api/uploads/${path}`, { method: "PUT", body: "hello", headers })
    const answer = await PUT(request, { params: Promise.resolve({ id: path.match(/import\/([^?]+)/)?.[1] ?? "" }) })
    return { status: answer.status, text: await answer.text() }
  }

  test.each(doorsForBytes.flatMap((door) => everyone.map((who) => ({ door, who }))))("$door.path as $who", async ({ door, who }) => {
    const { text } = await put(door, who)
    const isTurnedAway = /signed out|There is no such page| may not do this\. /.test(text)
    expect(isTurnedAway).toBe(!door.may.includes(who))
  })

  test.each(doorsForBytes)(
    "$path refuses a foreign Origin, and what is too large or does not say how large it is, unread",
    async (door) => {
      expect((await put(door, "administrator", "https://evil.example")).text).toContain("did not come from this site")
      for (const size of ["99999999", "", "x"]) {
        const refused = await put(door, "administrator", undefined, { "content-length": size })
        expect(refused).toMatchObject({ status: 400, text: expect.stringContaining("too large") })
      }
    },
  )
})

test("what belongs to another partner is not there: no user of theirs can be edited or removed", async () => {
  const theirs = await db.hierarchyMember.findUniqueOrThrow({ where: { id: world.memberId } })
  for (const name of [
    "portal.editUser",
    "portal.disableUser",
    "portal.enableUser",
    "portal.inviteUserAgain",
    "portal.removeUser",
    "portal.setUserSpending",
  ]) {
    const door = doors.find((known) => known.name === name)?.door
    const answer = door && (await call(door, "partner Admin", matrix[name]?.input(world)))
    expect(answer).toMatchObject({ code: "not_found", message: "There is no such user." })
  }
  expect(await db.hierarchyMember.findUniqueOrThrow({ where: { id: world.memberId } })).toEqual(theirs)
})

test("who has several places with partners does nothing before one is chosen", async () => {
  const before = await db.session.findFirstOrThrow({ where: { placeId: { not: null } }, select: { id: true, placeId: true } })
  await db.session.update({ where: { id: before.id }, data: { placeId: null } })
  const door = doors.find(({ name }) => name === "portal.addUser")?.door
  const answer = door && (await call(door, "partner User", matrix["portal.addUser"]?.input(world)))
  expect(answer).toMatchObject({ code: "forbidden", message: "Choose the organization first for which you work now." })
  await db.session.update({ where: { id: before.id }, data: { placeId: before.placeId } })
})

test("a session that was ended opens no door, though its cookie was copied", async () => {
  const staff = await aStaff("administrator" satisfies StaffRole)
  await signIn("administrator", staff.id)
  await db.session.updateMany({ where: { personId: staff.id }, data: { endedAt: new Date(), endReason: "signed out" } })
  const door = doors.find(({ name }) => name === "sync.setMap")?.door
  expect(door && (await call(door, "administrator", { map: "prospects_leads", run: "start" }))).toMatchObject({ code: "unauthenticated" })
})
