import { pictureUrl } from '../files'
import { domOf, element } from './element'

/** A canvas of type 2d; its node, as a query gives it, also makes pictures from files on the phone. */

function createImage(): HTMLImageElement {
  const picture = new Image()
  Object.defineProperty(picture, 'src', { set: (src: string) => picture.setAttribute('src', pictureUrl(src)) })
  return picture
}

element('canvas', {
  attached() {
    domOf(this).append(Object.assign(document.createElement('canvas'), { createImage }))
  },
})
