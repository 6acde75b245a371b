'use client'

import { type KeyboardEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useState } from 'react'

/** Something to choose: who it is among the others, how it looks, and what becomes of it. */
export type Option = { key: string; content: ReactNode; choose: () => void }

export type Combobox = ReturnType<typeof useCombobox>

/** What a field, which may be there before its combobox, tells it. */
export type FieldHandle = {
  onInput: () => void
  onSelect?: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onBlur: () => void
}

type Settings = {
  field: RefObject<HTMLElement | null>
  options: Option[]
  onClose: () => void
  /** Whether the field is a combobox only while there is something to choose. */
  plain?: boolean
}

/**
 * A field with a list of options below it, after the ARIA pattern of a combobox with a list that one chooses from by hand: the arrows go
 * through the options while focus stays in the field, Enter or Tab chooses, Escape closes. The list is open while there are options.
 */
export function useCombobox({ field, options, onClose, plain = false }: Settings) {
  const listId = useId()
  const [key, setKey] = useState<string | null>(null)
  const open = options.length > 0
  const active = options.findIndex((option) => option.key === key)
  const optionId = (index: number) => `${listId}-${index}`
  const go = (index: number) => setKey(options.at(index % options.length)?.key ?? null)

  useTold(field, { plain, list: open ? listId : null, chosen: active < 0 ? null : optionId(active) })

  function choose(option: Option) {
    setKey(null)
    onClose()
    option.choose()
  }

  function close() {
    setKey(null)
    onClose()
  }

  /** True when the key was one for the list. */
  function press(event: KeyboardEvent): boolean {
    const chosen = options[active]
    if (event.key === 'ArrowDown') go(active + 1)
    else if (event.key === 'ArrowUp') go(active < 0 ? -1 : active - 1)
    else if (event.key === 'Escape') close()
    else if (!chosen) return false
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(-1)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen)
    else {
      // Left and right move in the text again; typing asks anew.
      setKey(null)
      return false
    }
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys that build a character belong to the input method.
    const composing = event.nativeEvent.isComposing || event.keyCode === 229
    if (!open || composing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    if (!press(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return { onKeyDown, onBlur: close, options, open, active, listId, optionId, choose }
}

type Told = { plain: boolean; list: string | null; chosen: string | null }

/** Tells the field's element what screen readers are to know of the list; what renders the field knows nothing of it. */
function useTold(field: RefObject<HTMLElement | null>, { plain, list, chosen }: Told) {
  useLayoutEffect(() => {
    const told = {
      role: list || !plain ? 'combobox' : null,
      'aria-expanded': list || !plain ? String(list !== null) : null,
      'aria-controls': list,
      'aria-activedescendant': chosen,
    }
    for (const [name, value] of Object.entries(told)) {
      if (value === null) field.current?.removeAttribute(name)
      else field.current?.setAttribute(name, value)
    }
  }, [field, plain, list, chosen])
}
