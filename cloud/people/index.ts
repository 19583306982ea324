import { people } from '../../types/people'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { operations } from './operations'

/** people.*: who somebody is, where they live, what they agreed to, their sessions, data and roles. */
export const servePeople = (deps: ServeDeps): Endpoints =>
  serve('people', people, operations, deps, {
    people_phone_hash_key: 'phoneTaken',
    desk_passwords_username_key: 'usernameTaken',
    role_grants_person_id_role_area_code_tstzrange_excl: 'alreadyGranted',
    one_party_role_an_area: 'alreadyGranted',
  })
