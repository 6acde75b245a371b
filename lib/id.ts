import { v7 } from 'uuid'

/** A new id: a UUIDv7 (RFC 9562 §5.7), so that ids sort by time; within a process each is greater than the one before. */
export function newId(): string {
  return v7()
}

/** The first id that anything of this moment can have: UUIDv7 begin with their milliseconds. */
export function idAt(moment: Date): string {
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** The moment when the id was made. */
export function momentOf(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}
