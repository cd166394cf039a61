import {
  Activity,
  AlarmClock,
  ArrowLeftRight,
  Banknote,
  CalendarClock,
  Copy,
  Diff,
  Gauge,
  Gavel,
  Hash,
  History,
  Hourglass,
  ListChecks,
  ListTree,
  Mail,
  MailPlus,
  Plug,
  Route,
  ShieldCheck,
  Shuffle,
  Store,
  UserRoundCheck,
  Users,
} from "lucide-react"
import type { ReactNode } from "react"
import { Related } from "@/components/ui/related"
import { type ActingRole, may, type Permission } from "@/lib/identity/permissions"

const places: { href: string; icon: ReactNode; title: string; sub: string; permission: Permission }[] = [
  { href: "/settings/staff", icon: <Users />, title: "Staff", sub: "Who works here, and in which role", permission: "staff:read" },
  {
    href: "/settings/number-sequences",
    icon: <Hash />,
    title: "Number sequences",
    sub: "How prospects, customers and hierarchies are numbered",
    permission: "sequence:read",
  },
  {
    href: "/settings/integration",
    icon: <ArrowLeftRight />,
    title: "Integration",
    sub: "Dual-write between Commerce and Sales, map by map",
    permission: "integration:read",
  },
  {
    href: "/settings/field-mapping",
    icon: <Shuffle />,
    title: "Field mapping",
    sub: "Which field of a request becomes which field of lead, account, contact, opportunity and customers",
    permission: "mapping:read",
  },
  {
    href: "/settings/credit",
    icon: <Banknote />,
    title: "Credit",
    sub: "From which limit on two people decide",
    permission: "credit-setting:read",
  },
  {
    href: "/settings/api-keys",
    icon: <Plug />,
    title: "API keys",
    sub: "Which shops may ask for credit, and post to its ledger",
    permission: "api-key:read",
  },
  {
    href: "/settings/email",
    icon: <Mail />,
    title: "Email",
    sub: "Letters and their words, what is held, and what became of each mail",
    permission: "mail:read",
  },
  {
    href: "/settings/channels",
    icon: <Store />,
    title: "Channels",
    sub: "Storefronts with their names, languages and public forms",
    permission: "channel:read",
  },
  {
    href: "/settings/hierarchies",
    icon: <Diff />,
    title: "Drift of members",
    sub: "What the members of a customer hierarchy must share with their Admin",
    permission: "drift:read",
  },
  {
    href: "/settings/lead-scoring",
    icon: <Gauge />,
    title: "Lead scoring",
    sub: "Points for leads, by readable rules, and their grades",
    permission: "rules:read",
  },
  {
    href: "/settings/assignment-rules",
    icon: <Route />,
    title: "Assignment rules",
    sub: "Who gets which lead, by readable rules",
    permission: "rules:read",
  },
  {
    href: "/settings/policies",
    icon: <ShieldCheck />,
    title: "Policies",
    sub: "What is decided without a person, and what needs two",
    permission: "rules:read",
  },
  {
    href: "/settings/prospect-policies",
    icon: <Gavel />,
    title: "Prospect policies",
    sub: "Which requests are approved or rejected without a person, and which need two",
    permission: "prospect-rules:read",
  },
  {
    href: "/settings/requests",
    icon: <Hourglass />,
    title: "Requests",
    sub: "Usual reasons to reject, and when requests that wait are reminded of and expire",
    permission: "request-setting:read",
  },
  {
    href: "/settings/checklist",
    icon: <ListChecks />,
    title: "Onboarding checklist",
    sub: "What every opportunity is asked for, stage by stage",
    permission: "checklist:read",
  },
  {
    href: "/settings/business-hours",
    icon: <CalendarClock />,
    title: "Business hours",
    sub: "Calendars of working hours and holidays, in which targets are counted",
    permission: "calendar:read",
  },
  {
    href: "/settings/timers",
    icon: <AlarmClock />,
    title: "Timers and escalation",
    sub: "How soon leads are answered and decided, and who is told when they are not",
    permission: "calendar:read",
  },
  {
    href: "/settings/working-hours",
    icon: <UserRoundCheck />,
    title: "Working hours and absence",
    sub: "Who works when, who is away, and how many leads each can have",
    permission: "hours:read",
  },
  {
    href: "/settings/templates",
    icon: <MailPlus />,
    title: "Message templates",
    sub: "Words for emails to applicants",
    permission: "template:edit",
  },
  {
    href: "/settings/matching",
    icon: <Copy />,
    title: "Matching rules",
    sub: "When two records may be the same company or person",
    permission: "matching:read",
  },
  {
    href: "/settings/customer-lists",
    icon: <ListTree />,
    title: "Customer value lists",
    sub: "Payment terms, price groups and the other codes that customers choose from",
    permission: "value-list:read",
  },
  { href: "/settings/audit", icon: <History />, title: "Audit", sub: "Every move: who, what, when and why", permission: "audit:read" },
  {
    href: "/settings/health",
    icon: <Activity />,
    title: "Health",
    sub: "What must always be true, queues, the worker and versions",
    permission: "health:read",
  },
]

/** The pages of Settings that a role may read. */
export const settingsPlaces = (role: ActingRole) => places.filter(({ permission }) => may(role, permission))

/** The pages of Settings that a role may read, as links. */
export function SettingsPlaces({ role }: { role: ActingRole }) {
  return (
    <div className="border-t border-line px-6 py-2 max-m:px-4 [&_.truncate]:whitespace-normal [&_li]:break-inside-avoid [&_li]:border-t-0! [&_li]:border-b [&_ul]:max-w-[1120px] [&_ul]:gap-x-12 m:[&_ul]:columns-2">
      <Related items={settingsPlaces(role)} />
    </div>
  )
}
