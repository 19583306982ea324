import { Image } from '@tarojs/components'
import encodeQR from 'qr'
import { useMemo } from 'react'
import { toBase64 } from '../../platform/base64'
import { utf8 } from '../../platform/utf8'

/** A QR code made on the phone: no network, no server sees it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const source = useMemo(
    () =>
      `data:image/gif;base64,${toBase64(encodeQR(text, 'gif', { ecc: 'medium', border: 2, scale: 16, textEncoder: utf8 }))}`,
    [text],
  )
  return (
    <Image
      src={source}
      mode="aspectFit"
      style={{ width: '240px', height: '240px' }}
      nativeProps={{ alt: label }}
      aria-label={label}
    />
  )
}
