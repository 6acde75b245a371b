'use client'

import { useEffect, useState } from 'react'

type Words = { failed?: string; failedText?: string; retry?: string }

/**
 * What stands where a page could not be made, in the words that the page brought (components/layout/browser-words.tsx), where it brought some.
 * Every page loads it for the case, so it is made of nothing that another module holds.
 */
export function Failed({ retry, english = {} }: { retry: () => void; english?: Words }) {
  const [words, setWords] = useState(english)
  useEffect(() => {
    const brought = document.getElementById('words')?.textContent
    if (brought) setWords(JSON.parse(brought).texts)
  }, [])
  return (
    <div role="alert" className="failed">
      <h2>{words.failed}</h2>
      <p>{words.failedText}</p>
      <button type="button" onClick={retry}>
        {words.retry}
      </button>
    </div>
  )
}
