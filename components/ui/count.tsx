const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const full = new Intl.NumberFormat('en')

/** A number in as few characters as possible (1.2K), all of it on hover. */
export function Count({ value }: { value: number }) {
  return (
    <span className="tabular-nums" title={value >= 1000 ? full.format(value) : undefined}>
      {compact.format(value)}
    </span>
  )
}

/** The number and its noun: "1 reply", "1,204 replies". */
export function counted(value: number, one: string, many: string): string {
  return `${full.format(value)} ${value === 1 ? one : many}`
}
