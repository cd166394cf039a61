import { expect, test } from "vitest"
import { isAddressDead } from "../delivery-failure"
import { readReport } from "./read-report"

/** A report as Postfix writes it. */
const report = (action: string, status: string, diagnostic: string) =>
  `From: MAILER-DAEMON@mx.example
To: bounces@gangway.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you. Action: relayed

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ana@atlantico.example
Action: ${action}
Status: ${status}
Diagnostic-Code: ${diagnostic}

--b
Content-Type: message/rfc822

Action: delivered
--b--
`.replaceAll("\n", "\r\n")

test.each([
  [
    "failed",
    "5.1.1",
    "smtp; 550 5.1.1 <ana@atlantico.example>: Recipient address rejected:\n    User unknown",
    { kind: "bounced", isDead: true },
  ],
  ["failed", "5.7.1", "smtp; 554 5.7.1 Message looks like spam", { kind: "bounced", isDead: false }],
  ["failed", "5.2.2", "smtp; 552 5.2.2 Mailbox full", { kind: "bounced", isDead: false }],
  ["Failed", "5.0.0", "", { kind: "bounced", isDead: false }],
  ["delayed", "4.4.1", "smtp; connection timed out", { kind: "late", isDead: false }],
  ["delivered", "2.0.0", "", { kind: "arrived", isDead: false }],
])("%s, %s is read", (action, status, diagnostic, expected) => {
  expect(readReport(report(action, status, diagnostic))).toMatchObject(expected)
})

test("what the mail server said stands on one line", () => {
  const { said } = readReport(report("failed", "5.1.1", "smtp; 550 5.1.1 Recipient rejected:\n    User unknown"))
  expect(said).toBe("It came back: 550 5.1.1 Recipient rejected: User unknown")
})

test("a mail that is no report says nothing, whatever it claims", () => {
  expect(readReport("From: x\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n")).toMatchObject({ kind: "unclear", isDead: false })
})

test.each([
  ["550 5.1.1 No such user", true],
  ["550 5.1.10 RESOLVER.ADR.RecipientNotFound", true],
  ["550 5.2.1 Mailbox disabled", true],
  ["550 No such user here", true],
  ["550 user unknown", true],
  ["553 mailbox does not exist", true],
  ["550 5.7.1 Relaying denied", false],
  ["550 5.2.2 Over quota", false],
  ["554 Transaction failed", false],
  ["550 Denied by policy", false],
  ["450 4.2.1 Mailbox busy", false],
])("%j: the address is dead: %s", (reply, expected) => {
  expect(isAddressDead(reply)).toBe(expected)
})
