'use client'

/** What stands where a page could not be made. Every page loads it for the case, so it is made of nothing that another module holds. */
export function Failed({ retry }: { retry: () => void }) {
  return (
    <div role="alert" className="failed">
      <h2>Something went wrong on our side</h2>
      <p>It has been noted. Nothing that you wrote before is lost.</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  )
}
