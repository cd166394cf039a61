import { Client } from "pg"

/** What one line says of a database: `column sales.lead.topic` → `text not null`. */
export type Catalog = Map<string, string>

const stores = "array['sales','commerce','platform']"

const questions = {
  column: `
    select format('%s.%s.%s', n.nspname, c.relname, a.attname) as thing,
           concat_ws(' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end, 'default ' || pg_get_expr(d.adbin, d.adrelid)) as shape
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname = any(${stores})`,
  constraint: `
    select format('%s.%s.%s', n.nspname, c.relname, o.conname) as thing, pg_get_constraintdef(o.oid) as shape
    from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
    where o.contype in ('p', 'u', 'f') and n.nspname = any(${stores})`,
  index: `
    select format('%s.%s', n.nspname, c.relname) as thing, pg_get_indexdef(c.oid) as shape
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${stores})`,
  enum: `
    select format('%s.%s', n.nspname, t.typname) as thing, string_agg(e.enumlabel, ', ' order by e.enumsortorder) as shape
    from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
    where n.nspname = any(${stores}) group by 1`,
}

/** Columns, keys, indexes and enums of the three stores, as the database itself describes them. */
export async function readCatalog(databaseUrl: string): Promise<Catalog> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const catalog: Catalog = new Map()
    for (const [kind, sql] of Object.entries(questions)) {
      const { rows } = await client.query<{ thing: string; shape: string }>(sql)
      for (const { thing, shape } of rows) catalog.set(`${kind} ${thing}`, shape)
    }
    return catalog
  } finally {
    await client.end()
  }
}

/**
 * Indexes for a page's order or search are written by hand, beside the query that they serve. So are unique ones that a
 * Prisma schema cannot say: partial, on an expression, with an operator class, another method, INCLUDE.
 */
export function isByHand(thing: string, shape: string): boolean {
  if (!thing.startsWith("index ")) return false
  if (!shape.startsWith("CREATE UNIQUE ")) return true
  const columns = shape.match(/\((.*)\)/)?.[1] ?? ""
  return / WHERE | INCLUDE /.test(shape) || !shape.includes(" USING btree ") || /[()]|_ops\b/.test(columns)
}
