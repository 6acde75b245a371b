import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { StructuredData } from '@/components/layout/structured-data'

it('holds any text without ending where it should not', () => {
  const text = '</script><script>alert(1)</script><!-- <script> ]]> & " \u2028 \ud83d\ude00'
  const html = renderToStaticMarkup(<StructuredData data={{ text }} />)
  const [, json = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html) ?? []
  expect(JSON.parse(json)).toEqual({ text })
})
