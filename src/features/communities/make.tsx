/** A new community, made where its first channel is set up, or for the people of a pilot. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { ApiError, useApi } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { CommunityDetail, CommunityList } from './contract.ts';
import { CommunityFields, type Fields } from './fields.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifySelf: 'stretch',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  end: { display: 'flex' },
});

interface Props {
  readonly languages: CommunityList['languages'];
  /** Whom it is for, with what is usual for them. */
  readonly begun?: { readonly departmentIds: readonly string[]; readonly name: string; readonly purpose: string };
  onMade(made: CommunityDetail): unknown;
}

export function Make({ languages, begun, onMade }: Props) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const { me } = useReader();
  const [values, setValues] = useState<Fields>({
    ...{ name: begun?.name ?? '', purpose: begun?.purpose ?? '', language: words.language },
    digest: { cadence: 'weekly', weekday: 4, at: '10:00', zone: me.zone },
  });
  const [problem, setProblem] = useState<unknown>();
  const fields = problem instanceof ApiError ? problem.fields : [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    api
      .send<CommunityDetail>('/api/communities', { body: { ...values, departmentIds: begun?.departmentIds ?? [] } })
      .then(onMade, setProblem);
  };
  return (
    <form className={styles.form} aria-label={words('community.makeNew')} noValidate onSubmit={send}>
      <CommunityFields
        values={values}
        languages={languages}
        problemAt={(path) => fields.find((field) => field.path === path)?.message}
        onChange={(change) => setValues({ ...values, ...change })}
      />
      {problem !== undefined && fields.length === 0 && <Failed error={problem} />}
      <div className={styles.end}>
        <Button type="submit">{words('community.make')}</Button>
      </div>
    </form>
  );
}
