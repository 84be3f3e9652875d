/** Office hours planned, or changed from a date on: four fields, the rest behind More, and what it will be beside it. */
import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { ApiError, useApi, useData, useRefresh } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading, sentenceOf } from '../../tab/parts/states.tsx';
import { isOvertaken } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { Back } from './back.tsx';
import { useKept, useSaid } from './kept.tsx';
import { PlanAhead } from './plan-ahead.tsx';
import { bodyOf, type Offer, PlanFields, type Typed } from './plan-fields.tsx';
import type { PlanForm, PlanOptions, SeriesView } from './series-contract.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type OpenSeries = SeriesView & { readonly version: string };

export function PlanPage() {
  const words = useWords();
  const { data, error, mutate } = useData<PlanOptions>('/api/series-options', { revalidateOnFocus: false });
  const fresh = data?.offers[0]?.fresh;
  return (
    <Frame title={words('hours.planTitle')}>
      <Back />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && !fresh && <Empty title={words('hours.cannotPlan')} text={data.whoCan} />}
      {data && fresh && <Plan options={data} fresh={fresh} />}
    </Frame>
  );
}

function Plan({ options, fresh }: { options: PlanOptions; fresh: PlanForm }) {
  const words = useWords();
  const refresh = useRefresh();
  const api = useApi();
  const { typed, change, forget } = useKept<Typed>('plan', () => ({ ...fresh }));
  const offer = options.offers.find(({ community }) => community.id === typed.communityId);
  const post = async () => {
    const body = { ...bodyOf(typed), communityId: typed.communityId, activate: true };
    const series = await api.send<OpenSeries>('/api/series', { body });
    forget();
    await refresh('/api/sessions', '/api/series');
    return series;
  };
  return (
    <Planning
      {...{ typed, change, post }}
      offer={{ hosts: offer?.hosts ?? [], every: options.every, meetings: options.meetings }}
      offers={options.offers}
      previewPath="/api/series/preview"
      previewMore={{ communityId: typed.communityId }}
      go={words('hours.post')}
      intro={words('hours.planIntro')}
    />
  );
}

export function ChangePage({ id }: { id: string }) {
  const words = useWords();
  const { data, error, mutate } = useData<OpenSeries>(`/api/series/${encodeURIComponent(id)}`, {
    revalidateOnFocus: false,
  });
  const plan = data?.hosting?.plan;
  return (
    <Frame title={words('hours.changeTitle')}>
      <Back href={`/hours/series/${id}`} text={data?.title} />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && !plan && <Empty title={words('hours.lostTitle')} text={words('hours.cannotChange')} />}
      {data?.hosting && plan && (
        <Change series={data} plan={plan} offer={data.hosting.offer} again={async () => void (await mutate())} />
      )}
    </Frame>
  );
}

interface ChangeProps {
  readonly series: OpenSeries;
  readonly plan: PlanForm;
  readonly offer: Offer;
  readonly again: () => Promise<void>;
}

function Change({ series: { id, version }, plan, offer, again }: ChangeProps) {
  const words = useWords();
  const refresh = useRefresh();
  const api = useApi();
  const { typed, change, forget } = useKept<Typed>(`change/${id}`, () => ({ ...plan }));
  const post = async () => {
    const changed = await api
      .send<OpenSeries>(`/api/series/${id}/change`, { body: bodyOf(typed), version })
      .catch(async (failed: unknown) => {
        if (failed instanceof ApiError && isOvertaken(failed)) await again();
        throw failed;
      });
    forget();
    await refresh('/api/sessions', '/api/series');
    return changed;
  };
  return (
    <Planning
      {...{ typed, change, post, offer }}
      offers={[]}
      previewPath={`/api/series/${id}/change/preview`}
      previewMore={{}}
      go={words('hours.saveChange')}
      intro={words('hours.changeIntro')}
    />
  );
}

interface PlanningProps {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
  readonly offer: Offer;
  /** Of a new one: the communities that it may be for. */
  readonly offers: PlanOptions['offers'];
  readonly previewPath: string;
  readonly previewMore: object;
  readonly go: string;
  readonly intro: ReactNode;
  /** Gives the series that there is now. */
  readonly post: () => Promise<OpenSeries>;
}

function Planning({ typed, change, offer, offers, previewPath, previewMore, go, intro, post }: PlanningProps) {
  const styles = useStyles();
  const words = useWords();
  const [, goTo] = useLocation();
  const { sayNext } = useSaid();
  const [error, setError] = useState<ApiError>();
  const [mended, setMended] = useState<readonly string[]>([]);
  const [isRunning, setRunning] = useState(false);
  /** What is typed anew is not wrong until it is sent again. */
  const edit = (part: Partial<Typed>) => {
    setMended([...mended, ...Object.keys(part)]);
    change(part);
  };
  const problems = (error?.fields ?? []).filter(({ path }) => !mended.includes(path.split('.')[0] ?? ''));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setRunning(true);
    setError(undefined);
    try {
      const { id, note = '' } = await post();
      sayNext(note);
      goTo(`/hours/series/${id}`);
    } catch (failed) {
      setError(failed instanceof ApiError ? failed : new ApiError('internal', ''));
      setMended([]);
      setRunning(false);
    }
  };
  return (
    <div className={styles.columns}>
      <form className={styles.form} noValidate aria-label={go} onSubmit={send}>
        <Text>{intro}</Text>
        <PlanFields {...{ typed, offer, offers, problems }} change={edit} />
        {error && (error.fields.length === 0 || problems.length > 0) && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>
              {error.fields.length > 0 ? words('hours.lookAtFields') : sentenceOf(error, words)}{' '}
              {words('work.keptTyped')}
            </MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={isRunning}>
            {isRunning ? words('work.running') : go}
          </Button>
        </div>
      </form>
      <PlanAhead path={previewPath} body={{ ...bodyOf(typed), ...previewMore }} />
    </div>
  );
}
