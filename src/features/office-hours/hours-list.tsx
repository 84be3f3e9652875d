/** The first page of office hours: what is to come by week, what is over, the series, and calendars by link. */
import { makeStyles } from '@fluentui/react-components';
import { useSearchParams } from 'wouter';
import { useData } from '../../tab/api.ts';
import { opened } from '../../tab/opened.ts';
import { Choices } from '../../tab/parts/choices.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { useWords } from '../../tab/words.ts';
import { Sessions } from './hours-sessions.tsx';
import { Plan } from './plan-button.tsx';
import type { SessionList } from './session-contract.ts';

const SeriesList = opened(async () => (await import('./series-list.tsx')).SeriesList);
const CalendarLinks = opened(async () => (await import('./calendar-links.tsx')).CalendarLinks);

const views = ['coming', 'past', 'series', 'links'] as const;
type View = (typeof views)[number];

const useStyles = makeStyles({ panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 } });

export function HoursPage() {
  const words = useWords();
  const styles = useStyles();
  const [search] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'coming';
  const { data } = useData<SessionList>('/api/sessions?limit=1');
  return (
    <Frame title={words('page.hours')} actions={data?.mayPlan && <Plan />}>
      <Choices
        label={words('page.hours')}
        choices={views.map((each) => ({
          name: words(`hours.view.${each}`),
          href: each === 'coming' ? '/hours' : `/hours?view=${each}`,
          isHere: each === view,
        }))}
      />
      <div className={styles.panel}>
        <Shown view={view} />
      </div>
    </Frame>
  );
}

function Shown({ view }: { view: View }) {
  switch (view) {
    case 'coming':
      return <Sessions key="coming" isPast={false} />;
    case 'past':
      return <Sessions key="past" isPast />;
    case 'series':
      return <SeriesList />;
    case 'links':
      return <CalendarLinks />;
  }
}
