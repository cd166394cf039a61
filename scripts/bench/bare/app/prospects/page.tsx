import { connection } from "next/server"
import { db } from "../../database"

const heads = ["Company", "Number", "First name", "Last name", "Country/region", "Status", "Owner", "In Sales"]
const select = {
  ...{ id: true, companyName: true, number: true, firstName: true, lastName: true },
  ...{ country: true, status: true, ownerName: true, salesStage: true },
} as const

/** Fifty prospects by one query: what their list costs before it is a product's. */
export default async function Page() {
  await connection()
  const prospects = await db.prospect.findMany({ orderBy: [{ submittedAt: "desc" }, { id: "desc" }], take: 50, select })
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
        {prospects.map(({ id, ...prospect }) => (
          <tr key={id}>
            <td>
              <a href={`/prospects/${id}`}>{prospect.companyName}</a>
            </td>
            <td>{prospect.number}</td>
            <td>{prospect.firstName}</td>
            <td>{prospect.lastName}</td>
            <td>{prospect.country}</td>
            <td>{prospect.status}</td>
            <td>{prospect.ownerName}</td>
            <td>{prospect.salesStage}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
