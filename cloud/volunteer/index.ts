import { volunteer } from '../../types/volunteer'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { afterwardsOperations } from './ask/afterwards-operations'
import { askOperations } from './ask/operations'
import { stepOperations } from './ask/step-operations'
import { chooseOperations } from './board/choose-operations'
import { boardOperations } from './board/operations'
import { dutyOperations } from './duty/operations'
import { shiftOperations } from './duty/shift-operations'
import { hoursOperations } from './hours/operations'
import { statementOperations } from './hours/statement-operations'
import { inviteOperations } from './mediation/invite-operations'
import { mediationOperations } from './mediation/operations'
import { catalogueOperations } from './profile/catalogue-operations'
import { profileOperations } from './profile/operations'
import { staffOperations } from './profile/staff-operations'
import { offerOperations } from './serve/operations'
import { taskOperations } from './serve/task-operations'
import { leadOperations } from './team/lead-operations'
import { teamOperations } from './team/operations'
import { employerOperations } from './work/employer-operations'
import { followOperations } from './work/follow-operations'
import { seekerOperations } from './work/seeker-operations'

/** volunteer.*: 志愿匹配, who helps and who is helped. */
export const serveVolunteer = (deps: ServeDeps): Endpoints =>
  serve(
    'volunteer',
    volunteer,
    {
      ...catalogueOperations,
      ...profileOperations,
      ...staffOperations,
      ...askOperations,
      ...stepOperations,
      ...afterwardsOperations,
      ...offerOperations,
      ...taskOperations,
      ...boardOperations,
      ...chooseOperations,
      ...hoursOperations,
      ...statementOperations,
      ...teamOperations,
      ...leadOperations,
      ...dutyOperations,
      ...shiftOperations,
      ...inviteOperations,
      ...mediationOperations,
      ...employerOperations,
      ...seekerOperations,
      ...followOperations,
    },
    deps,
    {
      never_two_places_at_once: 'overlaps',
      one_correction_at_a_time: 'alreadyCorrected',
      // Two of the staff took the same person in, one here and one by granting the role.
      role_grants_person_id_role_area_code_tstzrange_excl: 'alreadyDecided',
      team_name_taken: 'nameTaken',
      enterprise_name_taken: 'nameTaken',
      places_are_filled: 'filled',
      on_duty_once: 'alreadyOnDuty',
    },
  )
