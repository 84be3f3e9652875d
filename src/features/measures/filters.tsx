/** Whose figures, and of which weeks: one choice each, kept in the address. */
import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useSearchParams } from 'wouter';
import { useWords } from '../../tab/words.ts';
import type { MeasuresReply } from './contract.ts';

type View = MeasuresReply['view'];

const names = ['range', 'departmentId', 'workflowId', 'pilotId'] as const;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  pick: { flex: '0 1 22rem', minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
});

/** What the API is asked for; only what it knows goes on. */
export const askedOf = (view: Partial<View>): string => {
  const asked = new URLSearchParams(names.flatMap((name) => (view[name] ? [[name, view[name]]] : [])));
  return asked.size > 0 ? `?${asked}` : '';
};

export function useAsked(): [string, (asked: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const view = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? undefined]));
  return [askedOf(view as Partial<View>), (asked) => setParameters(() => withAsked(parameters, asked))];
}

/** Whatever else stands in the address stays there. */
function withAsked(before: URLSearchParams, asked: string): URLSearchParams {
  const others = [...before].filter(([name]) => !names.some((each) => each === name));
  return new URLSearchParams([...others, ...new URLSearchParams(asked)]);
}

interface Props {
  readonly reply: MeasuresReply;
  change(view: Partial<View>): void;
}

export function Filters({ reply, change }: Props) {
  const words = useWords();
  const styles = useStyles();
  const { view } = reply;
  return (
    <search className={styles.bar}>
      <Field label={words('measures.of')} className={styles.pick}>
        <Select value={ofView(view)} onChange={(_, { value }) => change(viewOf(view, value))}>
          {reply.mayAll && <option value="">{words('measures.everyone')}</option>}
          <Group label={words('measures.pilot')} kind="pilotId" choices={reply.pilots} />
          <Group label={words('measures.department')} kind="departmentId" choices={reply.departments} />
          <Group label={words('measures.workflow')} kind="workflowId" choices={reply.workflows} />
        </Select>
      </Field>
      <Field label={words('measures.weeks')} className={styles.pick}>
        <Select
          value={view.range}
          disabled={view.range === 'pilot'}
          onChange={(_, { value }) => change({ ...view, range: value as View['range'] })}
        >
          {view.range === 'pilot' && <option value="pilot">{words('measures.wholePilot')}</option>}
          {['4', '8', '12'].map((weeks) => (
            <option key={weeks} value={weeks}>
              {words('measures.lastWeeks', { weeks })}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  );
}

type Kind = 'pilotId' | 'departmentId' | 'workflowId';

interface GroupProps {
  readonly label: string;
  readonly kind: Kind;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

function Group({ label, kind, choices }: GroupProps) {
  if (choices.length === 0) return null;
  return (
    <optgroup label={label}>
      {choices.map(({ id, name }) => (
        <option key={id} value={`${kind}/${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

/** A workflow says its department already. */
const ofView = ({ pilotId, departmentId, workflowId }: View): string =>
  pilotId
    ? `pilotId/${pilotId}`
    : workflowId
      ? `workflowId/${workflowId}`
      : departmentId
        ? `departmentId/${departmentId}`
        : '';

function viewOf({ range }: View, value: string): Partial<View> {
  const [kind = '', id = ''] = value.split('/');
  if (kind === 'pilotId') return { range: 'pilot', pilotId: id };
  const weeks = range === 'pilot' ? '4' : range;
  return { range: weeks, ...(kind === '' ? {} : { [kind as Kind]: id }) };
}
