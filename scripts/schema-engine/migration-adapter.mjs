import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

// PostgreSQL's type oids.
const CHAR = 18
const BPCHAR = 1042
const CHAR_ARRAY = 1002

/** adapter-pg refuses PostgreSQL's internal "char" type, which the catalogue queries return: read as text, then relabelled. */
class CatalogueClient extends pg.Client {
  _handleRowDescription(message) {
    const chars = message.fields.filter((field) => field.dataTypeID === CHAR)
    for (const field of chars) field.dataTypeID = BPCHAR
    super._handleRowDescription(message)
    for (const field of chars) field.dataTypeID = CHAR_ARRAY
  }
}

/** Prisma's PostgreSQL adapter, able to read the catalogue and to replay migrations in a scratch database. */
export class MigrationAdapter extends PrismaPg {
  #config

  constructor(config) {
    super({ ...config, Client: CatalogueClient })
    this.#config = config
  }

  async connect() {
    return whole(relabelled(await super.connect()))
  }

  /** A scratch database, dropped once it is left. adapter-pg drops its own before leaving it, which PostgreSQL refuses. */
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    const admin = new pg.Client(this.#config)
    await admin.connect()
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`)
    const shadow = await new MigrationAdapter({ ...this.#config, database }).connect()
    const leave = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await leave()
      await admin.query(`DROP DATABASE ${pg.escapeIdentifier(database)} WITH (FORCE)`)
      await admin.end()
    }
    return shadow
  }
}

function relabelled(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const relabel = (type) => (type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type)
    return { ...result, columnTypes: result.columnTypes.map(relabel) }
  }
  return adapter
}

/** adapter-pg cuts a migration at every semicolon, also in the body of a function; PostgreSQL knows better where a statement ends. */
function whole(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}
