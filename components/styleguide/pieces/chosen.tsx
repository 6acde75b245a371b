'use client'

import { type ReactNode, useCallback, useRef, useState } from 'react'
import { TextField } from '@/components/ui/field'
import { OptionList } from '@/components/ui/option-list'
import { useCombobox } from '@/components/ui/use-combobox'

type Props = {
  label: string
  /** How each option looks, by what it writes into the field. */
  options: Record<string, ReactNode>
}

/** A field with a list to choose from, which opens when one comes to it; the arrows go through it, Enter chooses, Escape closes. */
export function Chosen({ label, options }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const combobox = useCombobox({
    field,
    options: open ? Object.entries(options).map(([key, content]) => ({ key, content, choose: () => write(key) })) : [],
    onClose: () => setOpen(false),
  })
  const spot = useCallback(() => {
    const { top, bottom, left, right, width } = field.current?.getBoundingClientRect() ?? new DOMRect()
    return { top, bottom, left, right, width }
  }, [])

  function write(text: string) {
    if (field.current) field.current.value = text
  }

  return (
    <>
      <TextField
        ref={field}
        id={`chosen-${label}`}
        label={label}
        autoComplete="off"
        onFocus={() => setOpen(true)}
        onInput={() => setOpen(true)}
        onKeyDown={combobox.onKeyDown}
        onBlur={combobox.onBlur}
      />
      <OptionList combobox={combobox} label={label} says={(count) => `${count} to choose from`} spot={spot} />
    </>
  )
}
