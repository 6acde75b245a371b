import { Wordmark } from '@/components/layout/wordmark'
import { CONTENTS } from '@/components/styleguide/contents'
import { type Look, Looks } from '@/components/styleguide/looks'
import { Part } from '@/components/styleguide/part'
import { Still } from '@/components/styleguide/still'
import look from '@/components/styleguide/styleguide.module.css'
import { APPEARANCE_CHOICES } from '@/lib/appearance/appearance'
import { getAppearance, getLanguage } from '@/lib/http/look'
import { LANGUAGES } from '@/lib/words/languages'

const { theme, accent, contrast, text, density } = APPEARANCE_CHOICES

/** Every component in every state and what they are made of, for those who develop. */
export async function Styleguide() {
  return (
    <div className={look.page}>
      <header className={look.head}>
        <Wordmark />
        <h1 className="font-bold text-4xl tracking-tight">Style guide</h1>
        <p className="max-w-2xl text-pretty text-ink-muted text-lg">
          Everything that pages are made of, in every state. It is here while one develops and nowhere else; what the look holds to is
          written in docs/design.md.
        </p>
        <Looks looks={await looks()} />
      </header>
      <nav aria-label="Contents" className={look.contents}>
        {CONTENTS.map(({ title, parts }) => (
          <div key={title}>
            <p className="font-semibold">{title}</p>
            <ul>
              {parts.map((part) => (
                <li key={part.title}>
                  <a href={`#${idOf(part.title)}`}>{part.title}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <main id="main" tabIndex={-1} className="min-w-0 outline-none">
        {CONTENTS.map(({ title, parts }) => (
          <section key={title} aria-label={title} className={look.group}>
            <h2>{title}</h2>
            {parts.map(({ Shown, ...part }) => (
              <Part key={part.title} id={idOf(part.title)} {...part}>
                <Shown />
              </Part>
            ))}
          </section>
        ))}
      </main>
      <Still />
    </div>
  )
}

/** What can be chosen of how it looks, and what whoever looks has chosen. */
async function looks(): Promise<Look[]> {
  const [appearance, language] = await Promise.all([getAppearance(), getLanguage()])
  const chosen = Object.entries({ theme, accent, contrast, text, density }).map(([name, choices]) => ({
    name,
    choices,
    chosen: appearance[name as keyof typeof appearance],
  }))
  return [...chosen, { name: 'direction', choices: ['ltr', 'rtl'], chosen: LANGUAGES[language].dir }]
}

function idOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-')
}
