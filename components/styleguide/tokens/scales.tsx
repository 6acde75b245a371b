import { Specimen, Specimens } from '@/components/styleguide/part'
import { BIKE, BIRD, BREAD, DAWN } from '@/components/styleguide/samples/tweets'
import look from '@/components/styleguide/styleguide.module.css'
import config from '@/tailwind.config'

const { spacing, maxWidth, width } = config.theme.extend

const SIZES = [
  ['text-xs', 'labels under icons, badges'],
  ['text-sm', 'what stands beside the text: hints, counts'],
  ['text-base', 'text'],
  ['text-field', 'what is typed'],
  ['text-lg', 'headings of pages and panels'],
  ['text-xl', 'the tweet that a page is about, names of profiles'],
  ['text-2xl', 'the name in the wordmark'],
  ['text-4xl', "the landing page's one sentence"],
] as const

const WEIGHTS = ['font-normal', 'font-medium', 'font-semibold', 'font-bold'] as const

/** Of what the demo's people wrote, one in each script. */
const SCRIPTS = { en: DAWN, ar: BREAD, uk: BIKE, ja: BIRD, es: '¡El pardillo! Aquí no tenemos, pero sí ñandúes en el camino.' }

const STEPS = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 14, 20]

/** The sizes of text, its weights, and the scripts that it is written in. */
export function Type() {
  return (
    <Specimens>
      <Specimen name="Sizes">
        <dl className={look.rows}>
          {SIZES.map(([name, use]) => (
            <div key={name}>
              <dt className={look.name}>{name}</dt>
              <dd className={name}>First light</dd>
              <dd className="text-ink-muted text-sm">{use}</dd>
            </div>
          ))}
        </dl>
      </Specimen>
      <Specimen name="Weights">
        <dl className={look.rows}>
          {WEIGHTS.map((name) => (
            <div key={name}>
              <dt className={look.name}>{name}</dt>
              <dd className={name}>Counted 41 finches on the wire this morning</dd>
            </div>
          ))}
        </dl>
      </Specimen>
      <Specimen name="Scripts">
        <dl className={look.rows}>
          {Object.entries(SCRIPTS).map(([language, text]) => (
            <div key={language}>
              <dt className={look.name}>{language}</dt>
              <dd lang={language} dir="auto" className="min-w-0 flex-1">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      </Specimen>
    </Specimens>
  )
}

/** The steps of space, and the measures that have names. */
export function Space() {
  const steps = STEPS.map((step) => [String(step), `${step / 4}rem`] as const)
  return (
    <Specimens columns={2}>
      <Measures name="Steps of 0.25 rem" measures={steps} />
      <div className="space-y-5">
        <Measures name="Named steps" measures={Object.entries(spacing)} />
        <Measures name="Widths, a quarter of each" measures={Object.entries({ ...width, ...maxWidth })} scale={1 / 4} />
      </div>
    </Specimens>
  )
}

type MeasuresProps = { name: string; measures: (readonly [string, string])[]; scale?: number }

function Measures({ name, measures, scale = 1 }: MeasuresProps) {
  return (
    <Specimen name={name}>
      <dl className="space-y-2">
        {measures.map(([step, size]) => (
          <div key={step} className="flex flex-wrap items-center gap-x-4">
            <dt className={look.name}>{step}</dt>
            <dd className="min-w-0 flex-1">
              <div className={look.measure} style={{ width: `calc(${size} * ${scale})` }} />
            </dd>
            <dd className="font-mono text-ink-muted text-xs">{size}</dd>
          </div>
        ))}
      </dl>
    </Specimen>
  )
}

const CORNERS = [
  ['rounded-md', 'badges'],
  ['rounded-lg', 'fields, notices'],
  ['rounded-xl', 'panels, menus, quotes'],
  ['rounded-2xl', 'dialogs, images'],
  ['rounded-full', 'what can be pressed'],
] as const

const LIFTED = [
  ['rounded-xl shadow-lg', 'shadow-lg', 'menus, the announcer'],
  ['rounded-2xl shadow-xl', 'shadow-xl', 'dialogs'],
] as const

/** Corners, shadows and the edge around what has the keyboard. */
export function Shape() {
  return (
    <Specimens columns={2}>
      <Specimen name="Corners">
        <ul className={look.shapes}>
          {CORNERS.map(([name, use]) => (
            <Shown key={name} className={name} name={name} use={use} />
          ))}
        </ul>
      </Specimen>
      <Specimen name="Shadows and focus">
        <ul className={look.shapes}>
          {LIFTED.map(([className, name, use]) => (
            <Shown key={name} className={className} name={name} use={use} />
          ))}
          <Shown className={`rounded-lg ${look.focused}`} name="focus" use="what has the keyboard" />
        </ul>
      </Specimen>
    </Specimens>
  )
}

function Shown({ className, name, use }: { className: string; name: string; use: string }) {
  return (
    <li>
      <span className={`${className} ${look.shape}`} />
      <span className="mt-2 block font-mono text-sm">{name}</span>
      <span className="block text-ink-muted text-sm leading-5">{use}</span>
    </li>
  )
}
