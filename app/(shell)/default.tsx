import { notFound } from 'next/navigation'

/** The slot in front of pages matches every path; without a page of this frame there is none. Next.js asks for it in development. */
export default function Nothing() {
  notFound()
}
