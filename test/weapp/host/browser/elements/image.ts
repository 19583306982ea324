import type { Instance } from '../engine'
import { pictureUrl } from '../files'
import { domOf, element } from './element'

/** A picture is a background, as in WeChat; `mode` says how it fills its place. */

const sizes: Record<string, string> = {
  scaleToFill: '100% 100%',
  aspectFill: 'cover',
  aspectFit: 'contain',
  widthFix: '100% 100%',
}

function load(image: Instance, src: string): void {
  const picture = new Image()
  picture.onload = () => {
    const { naturalWidth: width, naturalHeight: height } = picture
    const box = domOf(image)
    if (image.data.mode === 'widthFix') box.style.height = `${(box.clientWidth * height) / width}px`
    image.triggerEvent('load', { width, height })
  }
  picture.onerror = () => image.triggerEvent('error', { errMsg: `cannot load ${src}` })
  picture.src = pictureUrl(src)
}

element('image', {
  properties: {
    src: {
      type: String,
      observer(this: Instance, src: string) {
        domOf(this).style.backgroundImage = src ? `url("${pictureUrl(src)}")` : ''
        if (src) load(this, src)
      },
    },
    mode: {
      type: String,
      value: 'scaleToFill',
      observer(this: Instance, mode: string) {
        const size = sizes[mode]
        if (!size) throw new Error(`image mode ${mode} is not imitated`)
        domOf(this).style.backgroundSize = size
      },
    },
  },
})
