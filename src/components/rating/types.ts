export interface RatingProps {
  label: string
  value: number
  onChange?: (value: number) => void
}
