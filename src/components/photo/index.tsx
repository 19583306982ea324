import { Image } from '@tarojs/components'

interface PhotoProps {
  className: string
  src: string
  /** What is seen on it; empty where the words beside it say so. */
  label: string
  /** Whole, or filling its place. */
  whole?: boolean
}

/** A picture that people took, which a screen reader can name: a browser reads `alt`, WeChat reads `aria-label`. */
export function Photo({ className, src, label, whole = false }: PhotoProps) {
  const spoken =
    process.env.TARO_ENV === 'h5'
      ? { nativeProps: { alt: label } }
      : label
        ? { 'aria-label': label }
        : { 'aria-hidden': true }
  return <Image className={className} src={src} mode={whole ? 'aspectFit' : 'aspectFill'} {...spoken} />
}
