/** A number in as few characters as possible (1.2K), all of it on hover; by the customs of a BCP 47 tag. */
export function Count({ value, customs }: { value: number; customs: string }) {
  return (
    <span className="tabular-nums" title={value >= 1000 ? new Intl.NumberFormat(customs).format(value) : undefined}>
      {compact(value, customs)}
    </span>
  )
}

/** The number in as few characters as possible. */
export function compact(value: number, customs: string): string {
  return new Intl.NumberFormat(customs, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}
