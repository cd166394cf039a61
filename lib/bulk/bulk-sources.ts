import { customerSource } from "@/lib/commerce/customers/customer-source"
import { hierarchySource } from "@/lib/commerce/hierarchies/hierarchy-source"
import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { Prisma } from "@/lib/platform/db"
import type { ListSource } from "@/lib/platform/list-source"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import type { BulkList } from "./kinds"

type BulkSource = { source: ListSource; version: Prisma.Sql; label: Prisma.Sql; owner: Prisma.Sql }

/** Where the records of a run come from: as their list has them, with their version and their name. */
export const bulkSources: Record<BulkList, BulkSource> = {
  leads: { source: leadSource, version: Prisma.sql`l.version`, label: Prisma.sql`l.company_name`, owner: Prisma.sql`l.owner_id` },
  opportunities: { source: opportunitySource, version: Prisma.sql`o.version`, label: Prisma.sql`o.topic`, owner: Prisma.sql`o.owner_id` },
  accounts: { source: accountSource, version: Prisma.sql`a.version`, label: Prisma.sql`a.name`, owner: Prisma.sql`a.owner_id` },
  contacts: {
    source: contactSource,
    version: Prisma.sql`c.version`,
    label: Prisma.sql`trim(c.first_name || ' ' || c.last_name)`,
    owner: Prisma.sql`c.owner_id`,
  },
  customers: {
    source: customerSource,
    version: Prisma.sql`c.version`,
    label: Prisma.sql`c.name`,
    owner: Prisma.sql`null::uuid`,
  },
  hierarchies: {
    source: hierarchySource,
    version: Prisma.sql`h.version`,
    label: Prisma.sql`h.name`,
    owner: Prisma.sql`null::uuid`,
  },
  prospects: {
    source: prospectSource,
    version: Prisma.sql`p.version`,
    label: Prisma.sql`p.company_name`,
    owner: Prisma.sql`p.owner_id`,
  },
}
