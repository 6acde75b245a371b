'use client'

import './globals.css'
import { Failed } from '@/components/layout/failed'

/** Where not even the layout could be made, in English: there is nothing to read words from. */
const WORDS = {
  title: 'Something went wrong on our side',
  text: 'It has been noted. Nothing that you wrote before is lost.',
  again: 'Try again',
}

export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Linnet</title>
        <main>
          <Failed retry={retry} {...WORDS} />
        </main>
      </body>
    </html>
  )
}
