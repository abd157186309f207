import { enhanceCheckIn } from '#domains/events/enhance/check-in.ts'
import { enhanceAnswers } from '#domains/key-figures/enhance/check-answer.ts'
import { enhanceLive } from '#domains/meetings/voting/enhance/live.ts'
import { enhanceSimilar } from '#domains/questions/enhance/similar.ts'
import { enhanceCharts } from '#ui/enhance/charts.tsx'
import { enhanceCopyButtons } from '#ui/enhance/copy-buttons.ts'
import { enhanceFoldMenu } from '#ui/enhance/fold-menu.ts'
import { enhanceFollow } from '#ui/enhance/follow.ts'
import { enhancePasskeys } from '#ui/enhance/passkeys.ts'
import { enhanceShortcut } from '#ui/enhance/shortcut.ts'
import { enhanceSuggestions } from '#ui/enhance/suggestions.ts'

enhanceFoldMenu(document)
enhanceCopyButtons(document)
enhanceCharts(document)
enhancePasskeys(document)
enhanceAnswers(document)
enhanceFollow(document)
enhanceSimilar(document)
enhanceCheckIn(document)
enhanceLive(document)
enhanceShortcut(document)
enhanceSuggestions(document)
