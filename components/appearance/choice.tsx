import type { ReactNode } from 'react'

type Option = { value: string; label: string; lang?: string; sign?: ReactNode }

type Props = { name: string; label: string; options: Option[]; chosen: string }

/** One thing to choose, with its options side by side. */
export function Choice({ name, label, options, chosen }: Props) {
  return (
    <fieldset>
      <legend className="mb-2.5 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label: option, lang, sign }) => (
          <label
            key={value}
            lang={lang}
            className="inline-flex min-h-touch cursor-pointer select-none items-center gap-2.5 rounded-full border border-line-strong px-4 hover:bg-surface has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} className="size-4 outline-none" />
            {sign}
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
