type Size = { width: number; height: number }

/** Which part of an image is shown: how near, from 1, and where between its edges, from 0 to 1. */
export type View = { zoom: number; x: number; y: number }

export const WHOLE: View = { zoom: 1, x: 0.5, y: 0.5 }

/** The part of the image that fills the frame, in the image's pixels. */
export function cutOf(image: Size, frame: Size, { zoom, x, y }: View) {
  const ratio = frame.width / frame.height
  const width = Math.min(image.width, image.height * ratio) / zoom
  const height = width / ratio
  return { x: (image.width - width) * x, y: (image.height - height) * y, width, height }
}

/** The view after the image was pushed to the right and down by these parts of the frame's width and height. */
export function pushed(image: Size, frame: Size, view: View, right: number, down: number): View {
  const { width, height } = cutOf(image, frame, view)
  const place = (at: number, by: number, room: number) => (room > 0 ? Math.min(1, Math.max(0, at - by / room)) : at)
  return {
    ...view,
    x: place(view.x, right * width, image.width - width),
    y: place(view.y, down * height, image.height - height),
  }
}
