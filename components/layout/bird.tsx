/** The linnet: a small finch with a crimson breast. */
export function Bird({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path
        fill="currentColor"
        d="M19 5a9 9 0 0 1 8.6 6.3l3.4 1.5a.6.6 0 0 1 0 1.1l-3 1.3A9.6 9.6 0 0 1 18.4 25H1.9a.7.7 0 0 1-.5-1.2l9.2-9.6A9 9 0 0 1 19 5Z"
      />
      <path fill="var(--accent)" d="M27.9 15.4A9.6 9.6 0 0 1 18.4 25h-1.9a9.6 9.6 0 0 1 9.6-9.6Z" />
      <circle cx="21.6" cy="11.2" r="1.5" fill="var(--canvas)" />
    </svg>
  )
}
