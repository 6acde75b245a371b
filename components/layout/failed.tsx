'use client'

import { useEffect, useState } from 'react'
import { say } from '@/components/ui/say'

type Props = { retry: () => void; title?: string; text?: string; again?: string }

/** What stands where a page could not be made. Words that it is not given it reads from the page, once that stands. */
export function Failed({ retry, ...given }: Props) {
  const [words, setWords] = useState(given)
  useEffect(() => {
    if (!given.title) setWords({ title: say('failed'), text: say('failedText'), again: say('retry') })
  }, [given.title])
  return (
    <div role="alert" className="failed">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <button type="button" onClick={retry}>
        {words.again}
      </button>
    </div>
  )
}
