'use client'

import { type ClipboardEvent, type DragEvent, useState } from 'react'

/** Takes files that are dropped onto an element or pasted into it; `dragged` while they hang over it. */
export function useDrop(onFiles: (files: File[]) => void) {
  const [dragged, setDragged] = useState(false)

  function onDragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setDragged(true)
  }

  function onDragLeave(event: DragEvent) {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setDragged(false)
  }

  function onDrop(event: DragEvent) {
    setDragged(false)
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    onFiles([...event.dataTransfer.files])
  }

  /** Office programs put a picture beside the text that is meant. */
  function onPaste(event: ClipboardEvent) {
    const { files, types } = event.clipboardData
    if (files.length === 0 || types.includes('text/plain')) return
    event.preventDefault()
    onFiles([...files])
  }

  return { drop: { onDragOver, onDragLeave, onDrop, onPaste }, dragged }
}
