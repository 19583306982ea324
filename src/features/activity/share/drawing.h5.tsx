import { Image } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { DrawingProps } from './drawing-types'

/** A picture painted once on a canvas and shown as an image, so that it can be kept. Mount it anew for another one. */
export function Drawing({ label, layout, image, onDrawn }: DrawingProps) {
  const [source, setSource] = useState('')
  const once = useRef({ layout, image, onDrawn })
  useEffect(() => {
    let gone = false
    void paint(once.current).then((drawn) => {
      if (gone) return
      setSource(drawn)
      once.current.onDrawn(drawn)
    })
    return () => {
      gone = true
    }
  }, [])
  return source ? (
    <Image className="drawing" src={source} mode="widthFix" nativeProps={{ alt: label }} aria-label={label} />
  ) : null
}

async function paint({ layout, image }: Pick<DrawingProps, 'layout' | 'image'>): Promise<string> {
  const canvas = document.createElement('canvas')
  const ctx = canvas.getContext('2d')
  if (!ctx) return ''
  let given: HTMLImageElement | undefined
  if (image) {
    // Taro's component has taken the name.
    given = new window.Image()
    given.src = `data:${image.mimeType};base64,${image.base64}`
    await given.decode()
  }
  const sheet = layout(ctx, given)
  canvas.width = sheet.width
  canvas.height = sheet.height
  sheet.paint()
  return canvas.toDataURL('image/png')
}
