import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getWords } from '@/lib/http/look'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('layout')
  return { title: t('notFound') }
}

/** The slot in front of pages matches every path; without a page of this frame there is none. Next.js asks for it in development. */
export default function Nothing() {
  notFound()
}
