import type { ReactNode } from 'react'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { ReportCard } from '@/components/reports/report-card'
import type { Page } from '@/lib/page'
import type { Report } from '@/lib/reports/schema'

type Props = { label: string; path: string; page: Page<Report> | null; empty: ReactNode }

/** A page of reports, and the way on. No page means that the link to it is stale. */
export function ReportList({ label, path, page, empty }: Props) {
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return empty
  return (
    <section aria-label={label}>
      <ul>
        {page.items.map((report) => (
          <li key={report.id} className="border-line border-b">
            <ReportCard report={report} />
          </li>
        ))}
      </ul>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </section>
  )
}
