import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Switch } from '../../../components/switch'
import { requestWording as words } from './wording'

/** Was it done: then the hours are recorded. */
export function ConfirmCard({ busy, onConfirm }: { busy: boolean; onConfirm: (longer: boolean) => void }) {
  const [longer, setLonger] = useState(false)
  return (
    <Card>
      <View className="stack">
        <View>{words.confirmNote}</View>
        <Switch label={words.longer} hint={words.longerHint} on={longer} onChange={setLonger} />
        <Button block loading={busy} onTap={() => onConfirm(longer)}>
          {words.confirmYes}
        </Button>
      </View>
    </Card>
  )
}
