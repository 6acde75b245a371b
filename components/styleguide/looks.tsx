'use client'

import look from '@/components/styleguide/styleguide.module.css'

/** Something that can be chosen of how the page looks, and what it is. */
export type Look = { name: string; choices: readonly string[]; chosen: string }

/** Has the whole page look as somebody may choose it, until it is loaded anew. */
export function Looks({ looks }: { looks: Look[] }) {
  return (
    <fieldset className={look.toolbar}>
      <legend className="sr-only">How the page looks</legend>
      {looks.map(({ name, choices, chosen }) => (
        <label key={name}>
          <span>{name}</span>
          <select defaultValue={chosen} onChange={({ currentTarget }) => show(name, currentTarget.value)}>
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}

function show(name: string, value: string) {
  if (name === 'direction') document.documentElement.dir = value
  else document.documentElement.dataset[name] = value
}
