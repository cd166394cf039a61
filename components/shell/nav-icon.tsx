import {
  Building2,
  ChartColumn,
  ContactRound,
  Copy,
  CreditCard,
  FileCheck2,
  Layers,
  Mail,
  Network,
  RefreshCw,
  Settings2,
  SquareCheck,
  Target,
  User,
  UserPlus,
  Users,
  UsersRound,
} from "lucide-react"

const ICONS = {
  leads: UserPlus,
  opportunities: Target,
  accounts: Building2,
  contacts: User,
  duplicates: Copy,
  approvals: UsersRound,
  tasks: SquareCheck,
  dashboard: ChartColumn,
  runs: Layers,
  prospects: FileCheck2,
  customers: Users,
  hierarchies: Network,
  settings: Settings2,
  staff: ContactRound,
  email: Mail,
  integration: RefreshCw,
  profile: User,
  organization: Building2,
  users: Users,
  credit: CreditCard,
}

export type NavIconName = keyof typeof ICONS

/** The sign of a place in the navigation, by name, so that server data can say which. */
export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = ICONS[name]
  return <Icon size={16} aria-hidden="true" />
}
