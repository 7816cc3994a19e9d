/** The plans that come with the product, by id. Their notices state no dates: whoever publishes one gives the window. */
import type { Plan } from '../plan.ts'
import { huzhou2020Mid } from './huzhou-2020-mid.ts'
import {
  jinhuaConstruction2023JuniorDetermination,
  jinhuaConstruction2023JuniorReview,
  jinhuaConstruction2023Mid,
  jinhuaConstruction2023MidDetermination,
} from './jinhua-construction-2023.ts'
import type { Publication } from './notice-parts.ts'
import { shaoxingEcology2022Mid } from './shaoxing-ecology-2022-mid.ts'
import { zhejiangEcology2022Senior } from './zhejiang-ecology-2022-senior.ts'

export const BUILT_IN_PLANS = {
  'sx-eco-2022-mid': shaoxingEcology2022Mid,
  'zj-eco-2022-sr': zhejiangEcology2022Senior,
  'jh-con-2023-mid': jinhuaConstruction2023Mid,
  'jh-con-2023-jr-review': jinhuaConstruction2023JuniorReview,
  'jh-con-2023-jr-init': jinhuaConstruction2023JuniorDetermination,
  'jh-con-2023-mid-init': jinhuaConstruction2023MidDetermination,
  'hz-2020-mid': huzhou2020Mid,
} as const satisfies Record<string, (publication: Publication) => Plan>
