/** Everything that ships with Fieldbook, gathered for the two loads: `starter`, and `demo` on top of it (content 1). */
import { communities } from './communities.ts';
import { dataClasses } from './data-classes.ts';
import { decisionTemplates } from './decision-templates.ts';
import { demoPeople } from './demo-people.ts';
import { departments } from './departments.ts';
import { demoDiscoveries } from './discoveries.ts';
import { exampleDecisions } from './example-decisions.ts';
import { guardrails } from './guardrails.ts';
import { demoOfficeHours } from './office-hours.ts';
import { intakeTalkShiftLead } from './packs/p01-intake-talk-shift-lead.ts';
import { oldAdOfficeAssistant } from './packs/p02-old-ad-office-assistant.ts';
import { competenciesShiftLead } from './packs/p03-competencies-shift-lead.ts';
import { sourcingBriefTechnician } from './packs/p04-sourcing-brief-technician.ts';
import { publicSourcesTechnicians } from './packs/p05-public-sources-technicians.ts';
import { outreachAndScheduling } from './packs/p06-outreach-and-scheduling.ts';
import { dispatchWeeks1718 } from './packs/p07-dispatch-weeks-17-18.ts';
import { returnsHandling } from './packs/p08-returns-handling.ts';
import { onboardingDispatchClerk } from './packs/p09-onboarding-dispatch-clerk.ts';
import { remoteWorkPolicy } from './packs/p10-remote-work-policy.ts';
import { managerNotesNoNames } from './packs/p11-manager-notes-no-names.ts';
import { monthEnd } from './packs/p12-month-end.ts';
import { tenTasksToSort } from './packs/p13-ten-tasks-to-sort.ts';
import { roles } from './roles.ts';
import { demoRules, starterRules } from './rules.ts';
import { jdFromIntakeNotes } from './scenarios/s01-jd-from-intake-notes.ts';
import { jdBiasReadability } from './scenarios/s02-jd-bias-readability.ts';
import { structuredInterviewGuide } from './scenarios/s03-structured-interview-guide.ts';
import { followUpProbes } from './scenarios/s04-follow-up-probes.ts';
import { channelPlanSearchStrings } from './scenarios/s05-channel-plan-search-strings.ts';
import { talentMarketMap } from './scenarios/s06-talent-market-map.ts';
import { outreachMessage } from './scenarios/s07-outreach-message.ts';
import { scheduleDeclineNotes } from './scenarios/s08-schedule-decline-notes.ts';
import { weeklyReportFromTable } from './scenarios/s09-weekly-report-from-table.ts';
import { challengeAReport } from './scenarios/s10-challenge-a-report.ts';
import { sopFromNotes } from './scenarios/s11-sop-from-notes.ts';
import { quickGuideFromSop } from './scenarios/s12-quick-guide-from-sop.ts';
import { onboardingWeekOne } from './scenarios/s13-onboarding-week-one.ts';
import { policyPlainSummary } from './scenarios/s14-policy-plain-summary.ts';
import { coachingTalkPrep } from './scenarios/s15-coaching-talk-prep.ts';
import { varianceCommentary } from './scenarios/s16-variance-commentary.ts';
import { monthEndChecklist } from './scenarios/s17-month-end-checklist.ts';
import { isThisAGoodTask } from './scenarios/s18-is-this-a-good-task.ts';
import { handoverNote } from './scenarios/s19-handover-note.ts';
import type { StarterPack, StarterScenario } from './shape.ts';
import { tools } from './tools.ts';
import { demoWorkflow, workflows } from './workflows.ts';

const packs: StarterPack[] = [
  intakeTalkShiftLead,
  oldAdOfficeAssistant,
  competenciesShiftLead,
  sourcingBriefTechnician,
  publicSourcesTechnicians,
  outreachAndScheduling,
  dispatchWeeks1718,
  returnsHandling,
  onboardingDispatchClerk,
  remoteWorkPolicy,
  managerNotesNoNames,
  monthEnd,
  tenTasksToSort,
];

const scenarios: StarterScenario[] = [
  jdFromIntakeNotes,
  jdBiasReadability,
  structuredInterviewGuide,
  followUpProbes,
  channelPlanSearchStrings,
  talentMarketMap,
  outreachMessage,
  scheduleDeclineNotes,
  weeklyReportFromTable,
  challengeAReport,
  sopFromNotes,
  quickGuideFromSop,
  onboardingWeekOne,
  policyPlainSummary,
  coachingTalkPrep,
  varianceCommentary,
  monthEndChecklist,
  isThisAGoodTask,
];

export const starter = {
  departments,
  roles,
  dataClasses,
  workflows,
  tools,
  rules: starterRules,
  guardrails,
  decisionTemplates,
  packs,
  scenarios,
  communities,
};

export const demo = {
  workflow: demoWorkflow,
  scenario: handoverNote,
  rules: demoRules,
  exampleDecisions,
  people: demoPeople,
  discoveries: demoDiscoveries,
  officeHours: demoOfficeHours,
};
