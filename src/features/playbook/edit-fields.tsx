/** The controls of the editing form: each knows its place, and says beside itself what is missing there. */
import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { createContext, type ReactNode, useContext } from 'react';
import { useWords } from '../../tab/words.ts';
import type { MissingField } from './edit-contract.ts';

/** What stands between the draft and going live. */
export const MissingContext = createContext<readonly MissingField[]>([]);

export const fieldId = (path: string): string => `draft-${path}`;

/** The problem at this place; one of the whole object is said at its first field. */
function useProblem(path: string, also?: string): string | undefined {
  const missing = useContext(MissingContext);
  return (missing.find((each) => each.path === path) ?? missing.find((each) => each.path === also))?.message;
}

export const useEditStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, minWidth: 0 },
  tight: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, minWidth: 0 },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  grow: { flex: '1 1 auto', minWidth: 0 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  /** A long text beside a short choice. */
  wideFirst: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    '@media (min-width: 700px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(7rem, 1fr)' },
  },
  picks: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(13rem, 100%), 1fr))' },
  start: { justifySelf: 'start' },
  wide: { width: '100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

export interface Place {
  /** Where it stands in the draft, such as `goodExample.text`. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  /** Its problem is said here too: that of the object around it. */
  readonly also?: string;
}

export function Placed({ path, label, hint, also, children }: Place & { children: ReactNode }) {
  const styles = useEditStyles();
  const problem = useProblem(path, also);
  return (
    <Field
      className={styles.field}
      label={label}
      {...(hint ? { hint } : {})}
      {...(problem ? { validationMessage: problem, validationState: 'warning' } : {})}
    >
      {children}
    </Field>
  );
}

interface TextProps extends Place {
  readonly value: string | undefined;
  readonly rows?: number;
  readonly change: (value: string) => void;
  readonly leave?: () => void;
}

export function TextIn({ value = '', rows, change, leave, ...place }: TextProps) {
  const styles = useEditStyles();
  return (
    <Placed {...place}>
      {rows ? (
        <Textarea
          className={styles.wide}
          id={fieldId(place.path)}
          value={value}
          rows={rows}
          resize="vertical"
          onChange={(_, next) => change(next.value)}
          {...(leave ? { onBlur: leave } : {})}
        />
      ) : (
        <Input
          className={styles.wide}
          id={fieldId(place.path)}
          value={value}
          onChange={(_, next) => change(next.value)}
        />
      )}
    </Placed>
  );
}

/** Empty stays empty; what is no number is not taken. */
export function NumberIn({
  value,
  change,
  ...place
}: Place & { value: number | undefined; change: (value: number | undefined) => void }) {
  const styles = useEditStyles();
  return (
    <Placed {...place}>
      <Input
        className={styles.wide}
        id={fieldId(place.path)}
        type="number"
        min={0}
        value={value === undefined ? '' : String(value)}
        onChange={(_, next) => change(next.value === '' ? undefined : Number(next.value))}
      />
    </Placed>
  );
}

export interface Option {
  readonly id: string;
  readonly title: string;
}

export function PickIn({
  value = '',
  options,
  change,
  isNeeded = false,
  ...place
}: Place & {
  value: string | undefined;
  options: readonly Option[];
  isNeeded?: boolean;
  change: (id: string) => void;
}) {
  const words = useWords();
  const styles = useEditStyles();
  return (
    <Placed {...place}>
      <Select
        id={fieldId(place.path)}
        className={styles.select}
        value={value}
        onChange={(_, next) => change(next.value)}
      >
        {(!isNeeded || value === '') && <option value="">{words('draft.none')}</option>}
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Placed>
  );
}

export function AddButton({ label, press }: { label: string; press: () => void }) {
  const styles = useEditStyles();
  return (
    <Button className={styles.start} size="small" icon={<AddRegular />} onClick={press}>
      {label}
    </Button>
  );
}

/** A line with its own way out. */
export function Row({
  name,
  remove,
  children,
}: {
  name: string;
  remove: (() => void) | undefined;
  children: ReactNode;
}) {
  const words = useWords();
  const styles = useEditStyles();
  return (
    <div className={styles.row}>
      <div className={styles.grow}>{children}</div>
      {remove && (
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={words('draft.remove', { name })}
          onClick={remove}
        />
      )}
    </div>
  );
}
