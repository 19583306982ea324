import { View } from '@tarojs/components'
import { AreaChoice } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { useForm } from '../../../platform/use-form'
import type { Step } from '../use-step'
import { workWording as words } from '../wording'
import type { Enterprise } from './opening-form'

interface SheetProps {
  /** What is changed; absent: a new one. */
  enterprise?: Enterprise | undefined
  open: boolean
  step: Step
  onClose: () => void
}

/** Names an enterprise, or corrects what was said of one. */
export function EnterpriseSheet({ enterprise, open, step, onClose }: SheetProps) {
  const [form, change] = useForm({
    name: enterprise?.name ?? '',
    about: enterprise?.about ?? '',
    areaCode: enterprise?.areaCode ?? '',
    areaName: enterprise?.areaName ?? '',
  })
  const save = async () => {
    const { name, about, areaCode } = form
    const saved = await step.run(
      'enterprise',
      () =>
        client.volunteer.saveEnterprise({
          ...(enterprise ? { enterpriseId: enterprise.enterpriseId } : {}),
          name: name.trim(),
          about: about.trim(),
          areaCode,
        }),
      words.enterpriseSaved,
    )
    if (saved) onClose()
  }
  return (
    <Sheet open={open} title={words.addEnterprise} onClose={onClose}>
      <View className="stack">
        <Field
          label={words.enterpriseName}
          required
          most={40}
          value={form.name}
          onChange={(name) => change({ name })}
        />
        <Field
          label={words.enterpriseAbout}
          type="textarea"
          most={300}
          value={form.about}
          onChange={(about) => change({ about })}
        />
        <AreaChoice
          label={words.enterpriseArea}
          value={form.areaCode}
          name={form.areaName}
          onChange={(areaCode, areaName) => change({ areaCode, areaName })}
        />
        <Button
          block
          loading={step.busy === 'enterprise'}
          disabled={form.name.trim().length < 2 || form.areaCode === ''}
          onTap={() => void save()}
        >
          {words.enterpriseSave}
        </Button>
      </View>
    </Sheet>
  )
}
