import { z } from 'zod'

/** What the archive's shape is called; a program that reads another one must say so. */
export const FORMAT = 1

const count = z.int().nonnegative()

/** What an archive says of itself, first of all. */
export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** The version of Linnet that made it. */
  linnet: z.string(),
  madeAt: z.iso.datetime(),
  /** The version of PostgreSQL that it was made from. */
  postgres: z.string(),
  /** The migrations that the rows fit to, oldest first. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1), rows: count, bytes: count, sha256: z.string() })),
  media: z.strictObject({
    files: count,
    bytes: count,
    /** Files that another storage keeps, and keeps on keeping. */
    elsewhere: count,
    /** Files that were not there, or were not what their names say. */
    missing: z.array(z.string()),
  }),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Table = Manifest['tables'][number]

export const MANIFEST = 'manifest.json'

/** Where the archive keeps a table's rows. */
export function entryOf({ name }: Pick<Table, 'name'>): string {
  return `tables/${name}.copy.gz`
}

export const MEDIA = 'media/'

/** The counts of rows in words, a line for each table that has any, and the files. */
export function countsIn({ tables, media }: Manifest): string {
  const rows = tables.filter((table) => table.rows > 0).map((table) => `  ${table.name}: ${table.rows}`)
  const files = `  files of images: ${media.files}${media.elsewhere ? `, and ${media.elsewhere} that stay at UploadThing` : ''}`
  return [...rows, files].join('\n')
}
