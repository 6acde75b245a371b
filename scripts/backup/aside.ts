import type pg from 'pg'

/** Takes away from every table what would check, index and pass on its rows one by one; answers the statements that give it back, in their order. */
export async function setAside(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ away: string; back: string }>(`
    SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS away,
      format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname) AS back, 0 AS place
    FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), 1
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 2
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype <> 'f')
    ORDER BY place`)
  for (const { away } of rows) await client.query(away)
  return rows.map(({ back }) => back).toReversed()
}
