import { Canvas, Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { DrawingProps } from './drawing-types'

const id = 'drawing'

/** WeChat's canvas node, as far as we use it. */
interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): { src: string; onload: (() => void) | null; onerror: (() => void) | null }
}

/** A picture painted once on a canvas and shown as an image, so that it can be kept. Mount it anew for another one. */
export function Drawing({ label, layout, image, onDrawn }: DrawingProps) {
  const [source, setSource] = useState('')
  const once = useRef({ layout, image, onDrawn })
  useEffect(() => {
    let gone = false
    void findCanvas(() => gone).then(async (canvas) => {
      const path = canvas && (await paint(canvas, once.current))
      if (!path || gone) return
      setSource(path)
      once.current.onDrawn(path)
    })
    return () => {
      gone = true
    }
  }, [])
  return (
    <View>
      {!source && <Canvas type="2d" id={id} className="drawing__canvas" />}
      {source && <Image className="drawing" src={source} mode="widthFix" aria-label={label} />}
    </View>
  )
}

/** The canvas, once WeChat has laid it out: on a new page that is some frames after the first effect. */
async function findCanvas(stop: () => boolean): Promise<CanvasNode | undefined> {
  while (!stop()) {
    const node = await new Promise<CanvasNode | undefined>((resolve) =>
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .node()
        // What lies deep in a page is drawn by Taro inside a component of its own.
        .select(`.shell >>> #${id}`)
        .node()
        .exec((results: ({ node?: CanvasNode } | null)[]) => resolve(results.find((found) => found?.node)?.node)),
    )
    if (node) return node
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return undefined
}

async function paint(canvas: CanvasNode, { layout, image }: Pick<DrawingProps, 'layout' | 'image'>): Promise<string> {
  const ctx = canvas.getContext('2d')
  const sheet = layout(ctx, image && (await load(canvas, image)))
  canvas.width = sheet.width
  canvas.height = sheet.height
  sheet.paint()
  const { width, height } = sheet
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType: 'png',
  })
  return tempFilePath
}

/** Through a file: older phones do not take long data addresses. A picture that cannot be read is left out. */
function load(canvas: CanvasNode, image: NonNullable<DrawingProps['image']>): Promise<CanvasImageSource | undefined> {
  const path = `${Taro.env.USER_DATA_PATH}/drawing.${image.mimeType.split('/')[1] ?? 'png'}`
  Taro.getFileSystemManager().writeFileSync(path, image.base64, 'base64')
  return new Promise((resolve) => {
    const loaded = canvas.createImage()
    loaded.onload = () => resolve(loaded as unknown as CanvasImageSource)
    loaded.onerror = () => resolve(undefined)
    loaded.src = path
  })
}
