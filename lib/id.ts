import { v7 } from 'uuid'

/** A new id: a UUIDv7 (RFC 9562 §5.7), so that ids sort by time; within a process each is greater than the one before. */
export function newId(): string {
  return v7()
}
