import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { env } from '../../../platform/env'
import { joinWording as words } from './wording'

interface ByCodeProps {
  code: string
  problem: string
  onChange: (code: string) => void
}

/** The code that somebody of the household gave: typed, scanned, or brought by a link. */
export function ByCode({ code, problem, onChange }: ByCodeProps) {
  const scan = async () => {
    const scanned = await Taro.scanCode({}).catch(() => undefined) // put away by the person
    if (scanned) onChange(codeIn(scanned.result))
  }
  return (
    <View className="stack">
      <Field
        label={words.code}
        required
        hint={words.codeHint}
        most={14}
        value={code}
        problem={problem}
        onChange={(typed) => onChange(typed.toUpperCase())}
      />
      {env.inWechat && (
        <Button look="secondary" block icon="scan" onTap={() => void scan()}>
          {words.scan}
        </Button>
      )}
    </View>
  )
}

/** The code inside what was scanned: an address of this page, or the code itself. */
export const codeIn = (scanned: string): string =>
  (/[?&]code=([A-Za-z0-9]+)/.exec(scanned)?.[1] ?? scanned).trim().toUpperCase()
