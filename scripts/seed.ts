import { seed } from "@/prisma/seed"

await seed()
process.exit(0)
