/** A picture that is laid out and ready to be painted on a canvas of its size; lengths in px of the picture. */
export interface Sheet {
  width: number
  height: number
  paint: () => void
}

/** Lays a picture out; `image` is the one it was given, if any. */
export type Layout = (ctx: CanvasRenderingContext2D, image: CanvasImageSource | undefined) => Sheet

export interface DrawingProps {
  /** What a screen reader says of it. */
  label: string
  layout: Layout
  /** A picture that goes into it, as base64 without a prefix. */
  image?: { mimeType: string; base64: string } | undefined
  /** Where the finished picture lies: a data address in a browser, a file in WeChat. */
  onDrawn: (source: string) => void
}
