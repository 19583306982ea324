import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { confirm } from '../../../platform/say'
import { wording } from '../wording'

const words = wording.edit

interface RowsProps<T> {
  title: string
  note?: string
  add: string
  rows: readonly T[]
  nameOf: (row: T) => string
  fresh: () => T
  onChange: (rows: T[]) => void
  children: (row: T, change: (part: Partial<T>) => void, at: number) => ReactNode
}

/** A list of things that open one at a time: each can be changed, moved up, taken away. */
export function Rows<T extends object>({ title, note, add, rows, nameOf, fresh, onChange, children }: RowsProps<T>) {
  const [open, setOpen] = useState<number>()
  const name = (row: T, at: number) => nameOf(row) || words.unnamed(at + 1)
  const put = (at: number, row: T) => onChange(rows.map((old, n) => (n === at ? row : old)))
  const remove = async (at: number, row: T) => {
    if (!(await confirm(words.removeSure(name(row, at)), words.remove))) return
    onChange(rows.filter((_, n) => n !== at))
    setOpen(undefined)
  }
  const up = (at: number) => {
    const moved = [...rows]
    moved.splice(at - 1, 0, ...moved.splice(at, 1))
    onChange(moved)
    setOpen(at - 1)
  }
  return (
    <Section title={title}>
      {note ? <View className="t-note catalogue__note">{note}</View> : null}
      <Card flush>
        {rows.map((row, at) => (
          <View key={at} className="catalogue__row">
            <Row title={name(row, at)} onTap={() => setOpen(open === at ? undefined : at)} />
            {open === at && (
              <View className="stack catalogue__open">
                {children(row, (part) => put(at, { ...row, ...part }), at)}
                <View className="line">
                  {at > 0 && (
                    <Button look="quiet" size="small" onTap={() => up(at)}>
                      {words.up}
                    </Button>
                  )}
                  <Button look="quiet" size="small" onTap={() => remove(at, row)}>
                    {words.remove}
                  </Button>
                </View>
              </View>
            )}
          </View>
        ))}
      </Card>
      <View className="catalogue__add">
        <Button
          look="secondary"
          icon="plus"
          onTap={() => {
            onChange([...rows, fresh()])
            setOpen(rows.length)
          }}
        >
          {add}
        </Button>
      </View>
    </Section>
  )
}
