export interface StepperProps {
  label: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
}
