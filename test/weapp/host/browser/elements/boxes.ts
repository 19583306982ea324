import { element } from './element'

// A portal stays where it is written: the components that have one do not use it here.
for (const name of ['view', 'text', 'label', 'root-portal']) element(name)
