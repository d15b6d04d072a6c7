import { readSettings } from '../../../extension/opencart/setting/settings';
import { LEVELS, TOPICS, type Finding, type Level } from '../../../extension/payment_link/doctor/finding';
import { view, type Answer } from '../../../system/http/answer';
import { plural } from '../../../system/language';
import type { Admin } from '../../admin';
import { causeOf } from '../../cause';
import { sayMoment } from '../../dates';
import type { StateView } from '../../link_state';
import type { SettingsCheckView, TopicView } from '../../view/tool/settings_check';
import type { Visit } from '../../visit';

const HOME = '/admin/tool/settings_check';

const LOOKS: Readonly<Record<Level, readonly [css: string, icon: string]>> = {
  ok: ['ok', 'check-circle-fill'],
  warning: ['warn', 'exclamation-triangle-fill'],
  problem: ['bad', 'x-octagon-fill'],
};

/** Runs every check and shows what it found; what needs somebody comes first. */
export async function show(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('tool/settings_check');
  const findings = await app.doctor(visit.language);
  const { timeZone } = await readSettings(app.db, 0);
  const now = app.clock.now();
  const page: SettingsCheckView = {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    againHref: visit.href(HOME),
    summary: summaryOf(visit, findings),
    checkedAt: sayMoment(now, now, timeZone, visit.locale),
    topics: topicsOf(visit, findings),
  };
  return view('tool/settings_check', page);
}

function summaryOf(visit: Visit, findings: readonly Finding[]): StateView {
  const text = visit.texts('tool/settings_check');
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  const level = problems > 0 ? 'problem' : warnings > 0 ? 'warning' : 'ok';
  const said = [
    ...(problems > 0 ? [plural(visit.locale, problems, text.problems)] : []),
    ...(warnings > 0 ? [plural(visit.locale, warnings, text.warnings)] : []),
  ];
  const [css, icon] = LOOKS[level];
  return { css, icon, text: said.length === 0 ? text.all_well : said.join(', ') };
}

function topicsOf(visit: Visit, findings: readonly Finding[]): TopicView[] {
  const worst = (topic: TopicView): number => Math.min(...topic.findings.map(({ level }) => rank(level)));
  const text = visit.texts('tool/settings_check');
  return TOPICS.map((topic): TopicView => {
    const own = findings.filter((finding) => finding.topic === topic);
    return {
      heading: text[`topic_${topic}`],
      findings: own.map((finding, index) => findingView(visit, finding, `cause-${topic}-${index}`)),
    };
  })
    .filter((topic) => topic.findings.length > 0)
    .sort((a, b) => worst(a) - worst(b));
}

function findingView(visit: Visit, { level, text, remedy, cause }: Finding, id: string): TopicView['findings'][number] {
  const [css, icon] = LOOKS[level];
  const word = visit.texts('tool/settings_check')[`level_${level}`];
  return { state: { css, icon, text: word }, level, text, remedy, cause: causeOf(visit, cause ?? null, id) };
}

function rank(level: string): number {
  return LEVELS.findIndex((one) => one === level);
}
