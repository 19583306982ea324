import { hub } from '../../types/hub'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { assignOperations } from './assign/operations'
import { meetingOperations } from './branch/meeting-operations'
import { branchOperations } from './branch/operations'
import { hostOperations } from './contact/host-operations'
import { contactOperations } from './contact/operations'
import { diaryOperations } from './diary/operations'
import { householdOperations } from './household/operations'
import { keepingOperations } from './hubs/keeping'
import { hubOperations } from './hubs/operations'
import { joinOperations } from './join/operations'
import { numberOperations } from './numbers/operations'
import { appealOperations } from './points/appeal-operations'
import { pointsOperations } from './points/operations'
import { ruleOperations } from './points/rule-operations'
import { statementOperations } from './points/statement-operations'
import { postOperations } from './posts/operations'

/** hub.*: 党员中心户, the household next door that answers. */
export const serveHub = (deps: ServeDeps): Endpoints =>
  serve(
    'hub',
    hub,
    {
      ...hubOperations,
      ...keepingOperations,
      ...householdOperations,
      ...assignOperations,
      ...joinOperations,
      ...contactOperations,
      ...hostOperations,
      ...numberOperations,
      ...ruleOperations,
      ...pointsOperations,
      ...appealOperations,
      ...statementOperations,
      ...branchOperations,
      ...meetingOperations,
      ...diaryOperations,
      ...postOperations,
    },
    deps,
    {
      one_hub_a_host: 'alreadyHost',
      one_household_a_door: 'doorTaken',
      closed_hub_has_none: 'hubClosed',
      one_household_a_person: 'alreadyInHousehold',
      one_waiting_join_request: 'alreadyAsked',
      away_once: 'alreadyAway',
      one_visit_a_wish: 'notAVisitWish',
      one_post_a_name: 'nameTaken',
      point_rules_area_code_code_version_key: 'changedMeanwhile',
      point_appeals_entry_id_key: 'alreadyAppealed',
      already_taken_back: 'alreadyTakenBack',
      one_branch_a_name: 'nameTaken',
      one_branch_a_secretary: 'inAnotherBranch',
      one_live_branch_a_member: 'inAnotherBranch',
      one_branch_a_member: 'inAnotherBranch',
      // Two of the community gave the same host the role at once.
      role_grants_person_id_role_area_code_tstzrange_excl: 'alreadyHost',
    },
  )
