import { expect, test } from "vitest"
import { db, Prisma } from "./db"
import { fold } from "./fold"
import { foldSql, holdsSql } from "./holding-sql"

const texts = [
  "Björk Guðmundsdóttir",
  "Estaleiros NÁUTICOS, Lda.",
  "Straße & Söhne",
  "Łódź Đorđe Ægir Œuvre",
  "Ελληνικά Ναυπηγεία",
  "ЁЛКА Йод",
  "ＦＵＬＬ　ｗｉｄｔｈ ﬁne",
  "  runs\tof \n blanks ",
  "50 % of a_b\\c",
]

test.each(texts)("the database folds %j as the house does", async (text) => {
  expect(await db.$queryRaw`select ${foldSql(Prisma.sql`${text}::text`)} as folded`).toEqual([{ folded: fold(text) }])
})

test.each([
  ["", true],
  ["BJORK", true],
  ["gudmundsdottir harbour", false],
  ["björk  maja", true],
  ["%", false],
  ["_", false],
  ["\\", false],
  ["null", false],
])("%j is held: %j", async (q, isHeld) => {
  const found =
    await db.$queryRaw`select ${holdsSql(q, Prisma.sql`'Björk'`, Prisma.sql`null`, Prisma.sql`'Maja Guðmundsdóttir'`)} as "isHeld"`
  expect(found).toEqual([{ isHeld }])
})
