import type { Metadata } from 'next'
import { AppearanceForm } from '@/components/appearance/appearance-form'
import { Choice } from '@/components/appearance/choice'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { APPEARANCE_CHOICES, type AppearanceField } from '@/lib/appearance/appearance'
import { getAppearance, getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'
import { LANGUAGES, OFFERED_LANGUAGES } from '@/lib/words/languages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('appearance')
  return { title: t('title') }
}

const ALL = Object.keys(APPEARANCE_CHOICES) as AppearanceField[]
const FIELDS = ALL.filter((field) => field !== 'language' || OFFERED_LANGUAGES.length > 1)

export default async function AppearancePage() {
  const [t, viewer, appearance] = await Promise.all([getWords('appearance'), getViewer(), getAppearance()])

  function optionOf(field: AppearanceField, value: string) {
    if (field === 'language' && value in LANGUAGES) return { value, lang: value, label: LANGUAGES[value as keyof typeof LANGUAGES].name }
    const label = t(`${field}.${value}` as Parameters<typeof t>[0])
    const sign = field === 'accent' && <span aria-hidden="true" data-accent={value} className="size-4 rounded-full bg-accent" />
    return { value, label, sign }
  }

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} back={viewer ? '/settings' : '/'} />
      <AppearanceForm save={<Button>{t('save')}</Button>}>
        {FIELDS.map((field) => (
          <Choice
            key={field}
            name={field}
            label={t(field)}
            options={APPEARANCE_CHOICES[field].map((value) => optionOf(field, value))}
            chosen={appearance[field]}
          />
        ))}
      </AppearanceForm>
    </>
  )
}
