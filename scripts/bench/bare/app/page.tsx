import { connection } from "next/server"
import { db } from "../database"

const heads = ["Company", "First name", "Last name", "Country/region", "Status", "Rating", "Owner", "Prospect"]
const select = {
  id: true,
  companyName: true,
  firstName: true,
  lastName: true,
  country: true,
  statusReason: true,
  rating: true,
  ownerName: true,
  prospectNumber: true,
} as const

/** Fifty rows of eight columns by one query: what a list costs before it is a product's. */
export default async function Page() {
  await connection()
  const leads = await db.lead.findMany({
    where: { fromCommerce: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select,
  })
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leads.map(({ id, ...lead }) => (
          <tr key={id}>
            <td>
              <a href={`/leads/${id}`}>{lead.companyName}</a>
            </td>
            <td>{lead.firstName}</td>
            <td>{lead.lastName}</td>
            <td>{lead.country}</td>
            <td>{lead.statusReason}</td>
            <td>{lead.rating}</td>
            <td>{lead.ownerName}</td>
            <td>{lead.prospectNumber}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
