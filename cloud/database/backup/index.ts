export { BackupDamaged } from './format'
export { type RestoreOptions, restore } from './restore'
export { backUp } from './write'
