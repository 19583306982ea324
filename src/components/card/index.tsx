import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Dated } from '../dated'
import { Heading } from '../heading'
import { Icon, type IconName } from '../icon'
import { Tap } from '../tap'
import './style.scss'

/** A white card; a card never lies in a card. */
export function Card({ children, flush = false }: PropsWithChildren<{ flush?: boolean }>) {
  return <View className={`card ${flush ? '' : 'card--padded'}`}>{children}</View>
}

/** A quiet block inside a card. */
export function Quiet({ children }: PropsWithChildren) {
  return <View className="quiet">{children}</View>
}

/** A section head with an optional link on the right. */
export function Section({
  title,
  more,
  onMore,
  children,
}: PropsWithChildren<{ title: string; more?: string; onMore?: () => void }>) {
  return (
    <View className="section">
      <View className="section__head">
        <Heading level={2} className="t-head">
          {title}
        </Heading>
        {more && onMore && (
          <Tap className="section__more" role="link" onTap={onMore}>
            {more}
            <Icon name="next" size={16} />
          </Tap>
        )}
      </View>
      {children}
    </View>
  )
}

/** Words whose facts and times stay whole. */
const whole = (words: ReactNode) => (typeof words === 'string' ? <Dated words={words} /> : words)

interface RowProps {
  title: ReactNode
  note?: ReactNode
  icon?: IconName
  tile?: IconName
  /** Something before the words instead of an icon (a date). */
  lead?: ReactNode
  /** Something after the words: a light, a link, a button. */
  tail?: ReactNode
  label?: string
  onTap?: () => void
}

/** A row of a card: a picture, a bold line, a second line, and what to do. */
export function Row({ title, note, icon, tile, lead, tail, label, onTap }: RowProps) {
  const body = (
    <>
      {icon && <Icon name={icon} />}
      {tile && (
        <View className="row__tile">
          <Icon name={tile} />
        </View>
      )}
      {lead}
      <View className="grow">
        <View className="t-strong">{whole(title)}</View>
        {note ? <View className="t-note">{whole(note)}</View> : null}
      </View>
      {tail}
      {onTap && !tail && (
        <View className="row__next">
          <Icon name="next" size={20} />
        </View>
      )}
    </>
  )
  const inset = lead ? 'row--lead' : tile ? 'row--tile' : icon ? 'row--icon' : ''
  return onTap ? (
    <Tap className={`row ${inset}`} label={label} onTap={onTap}>
      {body}
    </Tap>
  ) : (
    <View className={`row ${inset}`}>{body}</View>
  )
}
